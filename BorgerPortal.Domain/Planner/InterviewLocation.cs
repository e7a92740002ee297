namespace BorgerPortal.Domain.Planner;

/// <summary>Where a meeting is held (MoedeLokation).</summary>
public sealed record InterviewLocation
{
    /// <summary>Lokationsuddybning, 1-200 characters.</summary>
    public string? Description { get; init; }

    public Address? Address { get; init; }
}

/// <summary>A postal address (Adresse). The last four belong to a booking's address only.</summary>
public sealed record Address
{
    public required string StreetName { get; init; }

    public required string StreetBuildingIdentifier { get; init; }

    public string? FloorIdentifier { get; init; }

    public string? SuiteIdentifier { get; init; }

    public required string PostCodeIdentifier { get; init; }

    public required string DistrictName { get; init; }

    public string? CountryIdentificationCode { get; init; }

    public string? MailDeliverySublocationIdentifier { get; init; }

    public string? StreetNameForAddressingName { get; init; }

    public string? DistrictSubdivisionIdentifier { get; init; }

    public int? PostOfficeBoxIdentifier { get; init; }
}
