namespace BorgerPortal.Domain.ErrorReports;

/// <summary>Fejlkode of an error report beside the codes of the error table.</summary>
public static class ReportCodes
{
    public const int ReportedByCitizen = 1;

    /// <summary>An offer that cannot be validated.</summary>
    public const int OptionNotValid = 2;

    public const int TechnicalError = 3;
}
