using System.Text.Json;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Writing;

internal static class LocationWriter
{
    public static void Location(this Utf8JsonWriter json, InterviewLocation? location)
    {
        if (location is null)
        {
            return;
        }

        json.WriteStartObject("moedeLokation");
        json.Text("lokationsuddybning", location.Description);
        if (location.Address is { } address)
        {
            json.WriteStartObject("adresse");
            Write(json, address);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Address address)
    {
        json.Text("vejnavn", address.StreetName);
        json.Text("husnummer", address.StreetBuildingIdentifier);
        json.Text("etage", address.FloorIdentifier);
        json.Text("sideDoer", address.SuiteIdentifier);
        json.Text("postnummer", address.PostCodeIdentifier);
        json.Text("bynavn", address.DistrictName);
        json.Text("landekode", address.CountryIdentificationCode);
        json.Text("bygningsnavn", address.MailDeliverySublocationIdentifier);
        json.Text("vejadresseringsNavn", address.StreetNameForAddressingName);
        json.Text("bydel", address.DistrictSubdivisionIdentifier);
        json.Number("postboks", address.PostOfficeBoxIdentifier);
    }
}
