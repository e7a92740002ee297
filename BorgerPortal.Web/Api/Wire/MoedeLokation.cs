using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record MoedeLokation(string? Lokationsuddybning, Adresse? Adresse)
{
    public static MoedeLokation? Of(InterviewLocation? location) =>
        location is null ? null : new(location.Description, Adresse.Of(location.Address));
}

internal sealed record Adresse(
    string Vejnavn,
    string Husnummer,
    string? Etage,
    string? SideDoer,
    string Postnummer,
    string Bynavn,
    string? Landekode,
    string? Bygningsnavn,
    string? VejadresseringsNavn,
    string? Bydel,
    int? Postboks)
{
    public static Adresse? Of(Address? address) => address is null ? null : new(
        address.StreetName,
        address.StreetBuildingIdentifier,
        address.FloorIdentifier,
        address.SuiteIdentifier,
        address.PostCodeIdentifier,
        address.DistrictName,
        address.CountryIdentificationCode,
        address.MailDeliverySublocationIdentifier,
        address.StreetNameForAddressingName,
        address.DistrictSubdivisionIdentifier,
        address.PostOfficeBoxIdentifier);
}
