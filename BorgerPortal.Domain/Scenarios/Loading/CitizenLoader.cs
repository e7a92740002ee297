using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Loads citizens. Absences go by their position: those beyond the file's last are removed.</summary>
internal static class CitizenLoader
{
    public static void Load(IReadOnlyList<ScenarioCitizen> rows, ImportWork work, PersonnummerVault vault)
    {
        foreach (var row in rows)
        {
            var isThere = work.Rows.Citizens.TryGetValue(row.Personnummer, out var citizen);
            if (citizen is null)
            {
                citizen = Make(row, vault);
                work.Rows.Citizens.Add(row.Personnummer, citizen);
            }

            Fill(citizen, row);
            LoadAbsences(citizen, row.Absences, work);
            DeadlineLoader.Load(citizen, row.Deadlines, work);
            if (!isThere)
            {
                work.Add(citizen);
            }
        }
    }

    private static Citizen Make(ScenarioCitizen row, PersonnummerVault vault) => new()
    {
        PersonnummerLookup = vault.Lookup(row.Personnummer),
        PersonnummerCipher = vault.Encipher(row.Personnummer),
        GivenNames = row.GivenNames,
        Surname = row.Surname,
        JobCentreCode = row.JobCentreCode,
        ContactGroup = row.ContactGroup,
    };

    private static void Fill(Citizen citizen, ScenarioCitizen row)
    {
        citizen.GivenNames = row.GivenNames;
        citizen.Surname = row.Surname;
        citizen.Email = row.Email;
        citizen.Mobile = row.Mobile;
        citizen.JobCentreCode = row.JobCentreCode;
        citizen.ContactGroup = row.ContactGroup;
        citizen.CustomerNumber = row.CustomerNumber;
        citizen.Dead = row.Dead;
    }

    private static void LoadAbsences(Citizen citizen, IReadOnlyList<ScenarioAbsence> rows, ImportWork work)
    {
        var there = citizen.Absences.ToDictionary(absence => absence.Position);
        foreach (var (position, row) in rows.Index())
        {
            if (there.Remove(position, out var absence))
            {
                (absence.Type, absence.From, absence.To) = (row.Type, row.From, row.To);
            }
            else
            {
                citizen.Absences.Add(new Absence { Position = position, Type = row.Type, From = row.From, To = row.To });
            }
        }

        foreach (var absence in there.Values)
        {
            citizen.Absences.Remove(absence);
            work.Remove(absence);
        }
    }
}
