namespace BorgerPortal.Domain.Security;

/// <summary>
/// Where new ids come from. They are random (122 bits of the system's generator), so that nobody can guess another
/// citizen's; a test may bring ids of its own.
/// </summary>
public class IdSource
{
#pragma warning disable RS0030 // The one place that makes ids.
    public virtual Guid Next() => Guid.NewGuid();
#pragma warning restore RS0030
}
