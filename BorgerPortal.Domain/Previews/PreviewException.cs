namespace BorgerPortal.Domain.Previews;

/// <summary>What was asked would have changed something, and this is a preview: nothing was written, reserved or sent.</summary>
public sealed class PreviewException : Exception
{
    public PreviewException()
        : this("This is a preview: nothing is written.")
    {
    }

    public PreviewException(string message)
        : base(message)
    {
    }

    public PreviewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
