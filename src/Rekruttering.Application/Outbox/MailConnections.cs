using System.Collections.Concurrent;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// The open connections between two runs: at 25 mails a minute each run sends one or two, and a server counts connections too.
/// One that has idled is closed by us, because a server that closes it leaves the next mail uncertain.
/// </summary>
public sealed class MailConnections(IMailTransport transport, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(20);
    private readonly ConcurrentStack<(IMailConnection Connection, DateTime Since)> _idle = new();

    /// <summary>A connection for one lane; to be given back.</summary>
    public async ValueTask<IMailConnection> TakeAsync(CancellationToken cancellationToken)
    {
        await CloseIdleAsync();
        return _idle.TryPop(out var idle) ? idle.Connection : await transport.ConnectAsync(cancellationToken);
    }

    /// <summary>The lane is done with it.</summary>
    public void GiveBack(IMailConnection connection) => _idle.Push((connection, clock.UtcNow()));

    /// <summary>Closes what nobody has used for a while.</summary>
    public async ValueTask CloseIdleAsync()
    {
        var tooOld = clock.UtcNow() - LongestIdle;
        var keep = new List<(IMailConnection, DateTime)>();
        while (_idle.TryPop(out var idle))
        {
            if (idle.Since > tooOld)
                keep.Add(idle);
            else
                await idle.Connection.DisposeAsync();
        }
        foreach (var idle in keep)
            _idle.Push(idle);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var idle))
            await idle.Connection.DisposeAsync();
    }
}
