using System.Collections.Concurrent;

namespace BorgerPortal.Domain.Persistence;

/// <summary>A compiled query belongs to one database's model: this compiles it once for each that asks.</summary>
internal static class CompiledOnce
{
    public static Func<BookingDbContext, T, TResult> ForEachModel<T, TResult>(Func<Func<BookingDbContext, T, TResult>> compile)
    {
        var compiled = new ConcurrentDictionary<Type, Func<BookingDbContext, T, TResult>>();
        return (context, value) => compiled.GetOrAdd(context.GetType(), _ => compile())(context, value);
    }

    public static Func<BookingDbContext, T1, T2, TResult> ForEachModel<T1, T2, TResult>(Func<Func<BookingDbContext, T1, T2, TResult>> compile)
    {
        var compiled = new ConcurrentDictionary<Type, Func<BookingDbContext, T1, T2, TResult>>();
        return (context, first, second) => compiled.GetOrAdd(context.GetType(), _ => compile())(context, first, second);
    }

    public static Func<BookingDbContext, T1, T2, T3, TResult> ForEachModel<T1, T2, T3, TResult>(Func<Func<BookingDbContext, T1, T2, T3, TResult>> compile)
    {
        var compiled = new ConcurrentDictionary<Type, Func<BookingDbContext, T1, T2, T3, TResult>>();
        return (context, first, second, third) => compiled.GetOrAdd(context.GetType(), _ => compile())(context, first, second, third);
    }
}
