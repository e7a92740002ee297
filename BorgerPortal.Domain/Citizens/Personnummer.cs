using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BorgerPortal.Domain.Citizens;

/// <summary>
/// A Danish personal identification number: a date of birth and four digits. It never shows by accident: only
/// <see cref="Reveal"/> gives the digits, so that no log, trace or error text holds them.
/// </summary>
public readonly struct Personnummer : IEquatable<Personnummer>
{
    private readonly string? _digits;

    private Personnummer(string digits, DateOnly birthDate) => (_digits, BirthDate) = (digits, birthDate);

    public DateOnly BirthDate { get; }

    /// <summary>
    /// Takes ten ASCII digits, with or without a hyphen after the sixth. The first six are a date of the calendar, its
    /// century told by the seventh. There is no check digit (numbers without one are issued since 2007). Replacement
    /// numbers (day + 60) and ten zeros are not persons.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Personnummer personnummer)
    {
        personnummer = default;
        if (text is null)
        {
            return false;
        }

        var digits = text.Length == 11 && text[6] == '-' ? text.Remove(6, 1) : text;
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var day = int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        var year = CenturyOf(digits[6], int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        personnummer = new Personnummer(digits, new DateOnly(year, month, day));
        return true;
    }

    /// <summary>The ten digits. Whoever calls this must not let them reach an address, a log, a trace or an error text.</summary>
    public string Reveal() => _digits ?? throw new InvalidOperationException("No personnummer.");

    public bool Equals(Personnummer other) => string.Equals(_digits, other._digits, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Personnummer other && Equals(other);

    public override int GetHashCode() => _digits is null ? 0 : StringComparer.Ordinal.GetHashCode(_digits);

    public override string ToString() => "(personnummer)";

    public static bool operator ==(Personnummer left, Personnummer right) => left.Equals(right);

    public static bool operator !=(Personnummer left, Personnummer right) => !left.Equals(right);

    private static int CenturyOf(char seventh, int year) => seventh switch
    {
        <= '3' => 1900 + year,
        '4' or '9' => (year <= 36 ? 2000 : 1900) + year,
        _ => (year <= 57 ? 2000 : 1800) + year,
    };
}
