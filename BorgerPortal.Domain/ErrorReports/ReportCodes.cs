namespace BorgerPortal.Domain.ErrorReports;

/// <summary>Fejlkode of an error report beside the codes of the error table.</summary>
public static class ReportCodes
{
    public const int ReportedByCitizen = 1;

    /// <summary>An offer that cannot be validated.</summary>
    public const int OptionNotValid = 2;

    public const int TechnicalError = 3;

    /// <summary>Whether a report may carry the code: one of these, or any of the error table.</summary>
    public static bool IsKnown(int code) => code is ReportedByCitizen or OptionNotValid or TechnicalError || Errors.ByNumber.ContainsKey(code);
}
