namespace BorgerPortal.Web.Api;

/// <summary>The wire name of the operation that an endpoint calls.</summary>
internal sealed record OperationName(string Value)
{
    /// <summary>Null where no operation lies at the address.</summary>
    public static string? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OperationName>()?.Value;
}
