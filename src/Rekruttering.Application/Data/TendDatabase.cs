namespace Rekruttering.Application.Data;

/// <summary>Lets the database engine look after itself. Changes no row of ours, and may run at any time and twice.</summary>
public sealed class TendDatabase(RekrutteringDb db)
{
    /// <inheritdoc cref="RekrutteringDb.TendAsync"/>
    public Task ExecuteAsync(CancellationToken cancellationToken = default) => db.TendAsync(cancellationToken);
}
