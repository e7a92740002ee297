using System.Reflection;
using BorgerPortal.Tests.Support.Databases;
using Xunit.v3;

[assembly: DatabaseIsHere]

namespace BorgerPortal.Tests.Support.Databases;

/// <summary>Ends a test before it begins where this machine has not its kind of database.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DatabaseIsHereAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => TestDatabase.Require();
}
