namespace BorgerPortal.Web.Api.Reading;

/// <summary>Reads a body to its end, as it was sent, and no more of it than an operation can need.</summary>
internal static class BoundedBody
{
    public const int Limit = 64 * 1024;

    /// <exception cref="BadHttpRequestException">It is longer (413), or was not sent as promised (400).</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            throw TooLarge();
        }

        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > Limit)
            {
                throw TooLarge();
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
