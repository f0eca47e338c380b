using System.Buffers;
using System.Net.Sockets;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>
/// What is written leaves in one piece, before the answer to it is read. MailKit writes a mail in blocks of 4 kB, and each woke the server; and a stream of its own
/// making asks the system for its time limit, and sets a timer, at every read and write.
/// </summary>
sealed class MailKitStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    /// <summary>A mail with a large attachment leaves in several.</summary>
    const int MostHeld = 64 * 1024;

    readonly ArrayBufferWriter<byte> held = new(16 * 1024);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        held.Write(buffer.Span);
        if (held.WrittenCount >= MostHeld)
            await FlushAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

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
