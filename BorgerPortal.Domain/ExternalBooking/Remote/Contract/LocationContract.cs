using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Planner;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

/// <summary>Where a meeting is held; an offer's address and a booking's differ.</summary>
internal sealed class LocationContract : ElementContract<LocationAnswer>
{
    public LocationContract(ElementContract<AddressAnswer> address)
    {
        Text(location => location.Description, "lokationsuddybning", 1, 200);
        RuleFor(location => location.Address).SetValidator(address!).OverridePropertyName("adresse");
    }
}

/// <summary>An offer's address: its country code is any text.</summary>
internal class AddressContract : ElementContract<AddressAnswer>
{
    public AddressContract()
    {
        RequiredText(address => address.StreetName, "vejnavn", 1, 40);
        Required(address => address.StreetBuildingIdentifier, "husnummer");
        Where(address => address.StreetBuildingIdentifier, "husnummer", Facets.IsHouseNumber);
        Where(address => address.FloorIdentifier, "etage", Facets.IsFloor);
        Text(address => address.SuiteIdentifier, "sideDoer", 1, 4);
        Required(address => address.PostCodeIdentifier, "postnummer");
        Where(address => address.PostCodeIdentifier, "postnummer", Facets.IsPostCode);
        RequiredText(address => address.DistrictName, "bynavn", 1, 20);
    }
}

/// <summary>A booking's address: its country code has a pattern, and it has more elements.</summary>
internal sealed class BookingAddressContract : AddressContract
{
    public BookingAddressContract()
    {
        Where(address => address.CountryIdentificationCode, "landekode", Facets.IsCountryCode);
        Text(address => address.MailDeliverySublocationIdentifier, "bygningsnavn", 1, 34);
        Text(address => address.StreetNameForAddressingName, "vejadresseringsNavn", 1, 20);
        Text(address => address.DistrictSubdivisionIdentifier, "bydel", 1, 34);
        Where(address => address.PostOfficeBoxIdentifier, "postboks", box => Facets.IsPostOfficeBox(box!.Value));
    }
}
