namespace BorgerPortal.Web.Hosting;

/// <summary>A setting is wrong: the portal does not start, and the message names the key and says what to do.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
