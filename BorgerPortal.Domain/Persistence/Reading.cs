namespace BorgerPortal.Domain.Persistence;

/// <summary>
/// Questions that are asked together: one round trip where the database is a server. They are answered in their order,
/// and none sees less than the one before it.
/// </summary>
public sealed class Reading
{
    private readonly List<Question> _questions = [];

    /// <summary>The questions, in their order.</summary>
    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>Adds a question; its answer is there once all of it has been read.</summary>
    public Question<T> Add<T>(Query<T> query)
    {
        var question = new Question<T>(query);
        _questions.Add(question);
        return question;
    }

    /// <summary>Adds a question of another reading, which is answered there too.</summary>
    internal void Add(Question question) => _questions.Add(question);
}

/// <summary>One question of a <see cref="Reading"/>.</summary>
public abstract class Question
{
    /// <summary>What is asked.</summary>
    public abstract Query Query { get; }

    /// <summary>Reads the answer.</summary>
    public abstract void Read(QueryRows rows);
}

/// <summary>One question, and its answer.</summary>
public sealed class Question<T>(Query<T> query) : Question
{
    private bool _isAnswered;
    private T _answer = default!;

    public override Query Query => query;

    /// <exception cref="InvalidOperationException">It has not been read.</exception>
    public T Answer => _isAnswered ? _answer : throw new InvalidOperationException("The question has not been asked.");

    public override void Read(QueryRows rows) => Give(query.Read(rows));

    /// <summary>Answers it without the database.</summary>
    internal void Give(T answer) => (_answer, _isAnswered) = (answer, true);
}
