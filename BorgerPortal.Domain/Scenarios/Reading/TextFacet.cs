using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>What a text must be like.</summary>
/// <param name="Holds">Whether a text is.</param>
/// <param name="Otherwise">What is said of one that is not.</param>
internal sealed record TextFacet(Func<string, bool> Holds, string Otherwise)
{
    public static readonly TextFacet GivenNames = Length(1, 50);
    public static readonly TextFacet Surname = Length(1, 40);
    public static readonly TextFacet Identifier = Length(1, 255);
    public static readonly TextFacet Title = Length(1, 100);
    public static readonly TextFacet Long = Length(0, 500);
    public static readonly TextFacet DigitalContact = Length(0, 255);
    public static readonly TextFacet ParticipantName = Length(1, 256);
    public static readonly TextFacet ContactDetails = Length(1, 3000);
    public static readonly TextFacet JobCentreCode = new(Facets.IsJobCentreCode, "A jobcentre's code is five digits.");
    public static readonly TextFacet PhoneNumber = new(Facets.IsPhoneNumber, "A phone number is 3 to 20 digits, with or without a + before them.");

    public static TextFacet Length(int min, int max) =>
        new(text => Facets.IsText(text, min, max), $"The text must have {min} to {max} characters.");
}
