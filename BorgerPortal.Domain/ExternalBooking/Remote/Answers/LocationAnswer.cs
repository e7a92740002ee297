using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>MoedeLokation.</summary>
public sealed record LocationAnswer : PlannerElement
{
    public string? Description { get; init; }

    public AddressAnswer? Address { get; init; }

    internal InterviewLocation ToLocation() => new() { Description = Description, Address = Address?.ToAddress() };
}

/// <summary>Adresse; the last four elements belong to a booking's address only.</summary>
public sealed record AddressAnswer : PlannerElement
{
    public string? StreetName { get; init; }

    public string? StreetBuildingIdentifier { get; init; }

    public string? FloorIdentifier { get; init; }

    public string? SuiteIdentifier { get; init; }

    public string? PostCodeIdentifier { get; init; }

    public string? DistrictName { get; init; }

    public string? CountryIdentificationCode { get; init; }

    public string? MailDeliverySublocationIdentifier { get; init; }

    public string? StreetNameForAddressingName { get; init; }

    public string? DistrictSubdivisionIdentifier { get; init; }

    public int? PostOfficeBoxIdentifier { get; init; }

    internal Address ToAddress() => new()
    {
        StreetName = StreetName!,
        StreetBuildingIdentifier = StreetBuildingIdentifier!,
        FloorIdentifier = FloorIdentifier,
        SuiteIdentifier = SuiteIdentifier,
        PostCodeIdentifier = PostCodeIdentifier!,
        DistrictName = DistrictName!,
        CountryIdentificationCode = CountryIdentificationCode,
        MailDeliverySublocationIdentifier = MailDeliverySublocationIdentifier,
        StreetNameForAddressingName = StreetNameForAddressingName,
        DistrictSubdivisionIdentifier = DistrictSubdivisionIdentifier,
        PostOfficeBoxIdentifier = PostOfficeBoxIdentifier,
    };
}
