namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Ends an import's transaction without a commit; the faults tell why.</summary>
internal sealed class ImportRefusedException : Exception
{
    public ImportRefusedException()
    {
    }

    public ImportRefusedException(string message)
        : base(message)
    {
    }

    public ImportRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
