namespace BorgerPortal.Domain.Requests;

/// <summary>A request id came again with another payload or citizen: a fault of the calling program, for which the operations have no code.</summary>
public sealed class RequestIdReusedException : Exception
{
    public RequestIdReusedException()
        : base("The request id was used before with another payload.")
    {
    }

    public RequestIdReusedException(string message)
        : base(message)
    {
    }

    public RequestIdReusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
