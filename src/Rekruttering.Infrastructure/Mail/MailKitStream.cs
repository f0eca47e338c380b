using System.Buffers;
using System.Net.Sockets;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>
/// What is written leaves in one piece, before the answer to it is read. MailKit writes a mail in blocks of 4 kB, and each woke the server; and a stream of its own
/// making asks the system for its time limit, and sets a timer, at every read and write. Writing alone never waits: a mail is some kilobytes.
/// </summary>
sealed class MailKitStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    readonly ArrayBufferWriter<byte> held = new(32 * 1024);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (held.WrittenCount == 0)
            return;
        await base.WriteAsync(held.WrittenMemory, cancellationToken);
        held.ResetWrittenCount();
    }

    // MailKit does not flush what has filled its last block to the brim.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
