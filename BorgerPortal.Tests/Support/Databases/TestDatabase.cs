using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Support.Databases;

/// <summary>
/// A database of a test's own, and the data folder beside it. Which kind it is says the test class: a class whose tests
/// are to hold on both has two nested ones, OnSqlite and OnPostgreSql, that inherit them all; others run on SQLite.
/// </summary>
public abstract class TestDatabase : IDisposable
{
    private const string OnPostgreSql = "+OnPostgreSql";

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("borgerportal-test-");

    /// <summary>Whether this test can have its kind of database on this machine.</summary>
    public static bool IsHere => !IsPostgreSql || PostgreSqlServer.Programs is not null;

    /// <summary>Drops what keeps two sessions from overlapping: only for a test that shows what it is good for.</summary>
    public abstract string WithoutOverlapGuard { get; }

    /// <summary>Takes the counters' CHECK away, for the same reason.</summary>
    public abstract string WithoutSeatCheck { get; }

    /// <summary>The settings by which a whole portal finds it.</summary>
    public abstract IEnumerable<KeyValuePair<string, string?>> Settings { get; }

    private static bool IsPostgreSql =>
        TestContext.Current.TestClass?.TestClassName.EndsWith(OnPostgreSql, StringComparison.Ordinal) == true;

    /// <summary>Ends the test where this machine has not its kind: a class that initializes itself comes here before anything else is asked.</summary>
    public static void Require()
    {
        if (!IsHere)
        {
            Requirement.Missing(PostgreSqlServer.HowToGetIt);
        }
    }

    public static TestDatabase Create()
    {
        Require();
        return IsPostgreSql ? new PostgreSqlTestDatabase() : new SqliteTestDatabase();
    }

    /// <summary>One that was kept when a release was made.</summary>
    /// <param name="path">Where it lies, without the ending that tells the kind.</param>
    public static TestDatabase Kept(string path) =>
        IsPostgreSql ? new PostgreSqlTestDatabase(path + ".sql") : new SqliteTestDatabase(path + ".db.gz");

    /// <summary>Adds it to a domain without a portal around it.</summary>
    public abstract void AddTo(IServiceCollection services);

    public virtual void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
