using System.Globalization;
using System.Text.RegularExpressions;

namespace BorgerPortal.Domain.Planner;

/// <summary>The facets of the wire's types: a value outside one is 1014 from a caller and 9329 from a planner.</summary>
public static partial class Facets
{
    public const string HouseNumberForm = "[1-9][0-9]{0,2}[A-Z]?";
    public const string FloorForm = "[1-9]|[1-9][0-9]|KL|ST|kl|st|k[2-9]|K[2-9]";
    public const string PostCodeForm = "[0-9]{4}";
    public const string PhoneNumberForm = @"\+?[0-9]{3,20}";
    public const string JobCentreCodeForm = "[0-9]{5}";

    // [0-9], because \d takes the digits of every script.
    private const string CountryCodeForm = "[a-z,A-Z]{2}|[a-z,A-Z]{3}|[0-9]{3}|[0-9]{4}";

    // A pattern matches the whole value; \z, because $ also matches before a last newline.
    private const string Whole = @"\A(?:";
    private const string End = @")\z";

    public static bool IsText(string? value, int min, int max) => value is not null && value.Length >= min && value.Length <= max;

    public static bool IsHouseNumber(string? value) => value is not null && HouseNumber().IsMatch(value);

    public static bool IsFloor(string? value) => value is not null && Floor().IsMatch(value);

    public static bool IsPostCode(string? value) => value is not null && PostCode().IsMatch(value);

    /// <summary>A booking's country code; an offer's is any string. The comma stands in the authority's own pattern.</summary>
    public static bool IsCountryCode(string? value) => value is not null && CountryCode().IsMatch(value);

    public static bool IsPhoneNumber(string? value) => value is not null && PhoneNumber().IsMatch(value);

    public static bool IsJobCentreCode(string? value) => value is not null && JobCentreCode().IsMatch(value);

    public static bool IsOrganisationCode(int value) => value is >= 0 and < 100_000_000;

    public static bool IsPostOfficeBox(int value) => value is >= 1 and <= 9999;

    /// <summary>A guid as the wire writes it: 8-4-4-4-12 hexadecimal digits and nothing around them.</summary>
    public static Guid? ReadGuid(string? value) =>
        value is not null && GuidForm().IsMatch(value) ? Guid.ParseExact(value, "D") : null;

    public static DateOnly? ReadDate(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(Whole + HouseNumberForm + End, RegexOptions.None, 1000)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(Whole + FloorForm + End, RegexOptions.None, 1000)]
    private static partial Regex Floor();

    [GeneratedRegex(Whole + PostCodeForm + End, RegexOptions.None, 1000)]
    private static partial Regex PostCode();

    [GeneratedRegex(Whole + CountryCodeForm + End, RegexOptions.None, 1000)]
    private static partial Regex CountryCode();

    [GeneratedRegex(Whole + PhoneNumberForm + End, RegexOptions.None, 1000)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(Whole + JobCentreCodeForm + End, RegexOptions.None, 1000)]
    private static partial Regex JobCentreCode();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\z", RegexOptions.None, 1000)]
    private static partial Regex GuidForm();
}
