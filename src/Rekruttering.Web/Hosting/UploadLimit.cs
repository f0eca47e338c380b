using Microsoft.AspNetCore.Http.Features;

namespace Rekruttering.Web.Hosting;

/// <summary>
/// A body that is too large is 413, and the rest of it is read and thrown away up to a bound: a browser shows the answer only after it
/// has sent everything, and a server that hangs up first is to the user "connection reset".
/// </summary>
internal static class UploadLimit
{
    public const long DefaultMegabytes = 25;
    private const long DrainBytes = 1L << 30;
    private static readonly TimeSpan DrainTime = TimeSpan.FromMinutes(2);

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app, IConfiguration configuration)
    {
        var limit = configuration.GetValue("App:MaxUploadMegabytes", DefaultMegabytes) * 1024 * 1024;
        return app.Use(async (http, next) =>
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
                kestrel.MaxRequestBodySize = DrainBytes;

            if (http.Request.ContentLength > limit)
            {
                await RefuseAsync(http);
                return;
            }
            if (http.Request.ContentLength is not null)
            {
                await next(http);
                return;
            }

            var counted = new CountedBody(http.Request.Body, limit);
            http.Request.Body = counted;
            await next(http);
            if (counted.TooLarge && !http.Response.HasStarted)
            {
                http.Request.Body = counted.Inner;
                await RefuseAsync(http);
            }
        });
    }

    private static async Task RefuseAsync(HttpContext http)
    {
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        enough.CancelAfter(DrainTime);
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, enough.Token);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
            http.Response.Headers.Connection = "close";
        }
        // Nobody after this may try to read the form that is no longer there.
        http.Request.Body = Stream.Null;
        http.Request.ContentType = null;
        http.Request.ContentLength = 0;
    }

    /// <summary>A body of unknown length, read no further than the limit.</summary>
    private sealed class CountedBody(Stream inner, long limit) : Stream
    {
        private long _read;

        public Stream Inner => inner;
        public bool TooLarge { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            if ((_read += count) <= limit)
                return count;
            TooLarge = true;
            throw new BadHttpRequestException("The body is larger than the limit.", StatusCodes.Status413PayloadTooLarge);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read the body asynchronously.");
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
