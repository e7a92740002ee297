using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Reads moedeLokation. A booking's address may hold more than an offer's, and has a pattern for its country.</summary>
internal static class LocationReader
{
    private static readonly TextFacet Description = TextFacet.Length(1, 200);
    private static readonly TextFacet StreetName = TextFacet.Length(1, 40);
    private static readonly TextFacet HouseNumber = new(Facets.IsHouseNumber, "Not a house number such as 5 or 12B.");
    private static readonly TextFacet Floor = new(Facets.IsFloor, "Not a floor such as 2, ST or KL.");
    private static readonly TextFacet Suite = TextFacet.Length(1, 4);
    private static readonly TextFacet PostCode = new(Facets.IsPostCode, "A postcode is four digits.");
    private static readonly TextFacet District = TextFacet.Length(1, 20);
    private static readonly TextFacet Country = new(Facets.IsCountryCode, "Not a country code of 2 or 3 letters, or 3 or 4 digits.");
    private static readonly TextFacet AnyCountry = TextFacet.Length(0, 100);
    private static readonly TextFacet Place = TextFacet.Length(1, 34);
    private static readonly TextFacet AddressingName = TextFacet.Length(1, 20);

    public static InterviewLocation? OfOption(JsonFields fields) => fields.Object("moedeLokation", location => Read(location, OptionAddress));

    public static InterviewLocation? OfBooking(JsonFields fields) => fields.Object("moedeLokation", location => Read(location, BookingAddress));

    private static InterviewLocation Read(JsonFields fields, Func<JsonFields, Address> readAddress) => new()
    {
        Description = fields.OptionalText("lokationsuddybning", Description),
        Address = fields.Object("adresse", readAddress),
    };

    private static Address OptionAddress(JsonFields fields) => new()
    {
        StreetName = fields.Text("vejnavn", StreetName),
        StreetBuildingIdentifier = fields.Text("husnummer", HouseNumber),
        FloorIdentifier = fields.OptionalText("etage", Floor),
        SuiteIdentifier = fields.OptionalText("sideDoer", Suite),
        PostCodeIdentifier = fields.Text("postnummer", PostCode),
        DistrictName = fields.Text("bynavn", District),
        CountryIdentificationCode = fields.OptionalText("landekode", AnyCountry),
    };

    private static Address BookingAddress(JsonFields fields)
    {
        var country = fields.OptionalText("landekode", Country);
        return OptionAddress(fields) with
        {
            CountryIdentificationCode = country,
            MailDeliverySublocationIdentifier = fields.OptionalText("bygningsnavn", Place),
            StreetNameForAddressingName = fields.OptionalText("vejadresseringsNavn", AddressingName),
            DistrictSubdivisionIdentifier = fields.OptionalText("bydel", Place),
            PostOfficeBoxIdentifier = fields.Optional("postboks", JsonValues.Number(1, 9999)),
        };
    }
}
