using BorgerPortal.Domain.Previews;

namespace BorgerPortal.Web.Previews;

/// <summary>
/// What the citizens' pages ask and what time it is to them: the portal itself, or, on a page of a preview, the preview. One
/// for each request and each open page.
/// </summary>
public sealed class Perspective : IDisposable
{
    private readonly IServiceProvider _services;
    private readonly Func<PreviewTicket?> _find;
    private readonly PreviewPortals _portals;
    private PreviewTicket? _ticket;
    private PreviewPortal? _portal;

    /// <param name="services">The portal itself.</param>
    /// <param name="find">The preview that an open page is of.</param>
    /// <param name="portals">Opens previews.</param>
    internal Perspective(IServiceProvider services, Func<PreviewTicket?> find, PreviewPortals portals) =>
        (_services, _find, _portals) = (services, find, portals);

    public bool IsPreview => (_ticket ??= _find()) is not null;

    public TimeProvider Clock => Get<TimeProvider>();

    /// <summary>An operation or a service of the domain.</summary>
    public T Get<T>()
        where T : notnull
    {
        if (!IsPreview)
        {
            return _services.GetRequiredService<T>();
        }

        _portal ??= Open(_ticket!);
        return _portal.Get<T>();
    }

    public void Dispose() => _portal?.Dispose();

    /// <summary>From now on it is that preview. It is opened when something is first asked of it.</summary>
    internal void Enter(PreviewTicket ticket) => _ticket = ticket;

    private PreviewPortal Open(PreviewTicket ticket)
    {
        var opened = _portals.Open(ticket.ToPreview());
        return opened.IsError ? throw new PreviewException($"The preview cannot be opened any more: {opened.Leading!.Code}.") : opened.Value;
    }
}
