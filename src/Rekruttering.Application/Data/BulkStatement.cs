using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Data;

/// <summary>
/// One prepared statement for many rows of a kind, with the model's own columns and conversions: ten times as fast as the change tracker, on
/// both engines. It goes past the guard of the scope and past versions, so only rows of the kommune that was just checked may come this way.
/// </summary>
internal abstract class BulkStatement<T> : IAsyncDisposable where T : class
{
    private readonly ISqlGenerationHelper _sql;
    private readonly DbContext _db;
    private readonly DbCommand _command;
    private readonly List<(IProperty Property, Func<object?, object?>? Convert, DbParameter Parameter)> _columns = [];

    /// <summary>Prepares on the connection that the context has open; carried out in the transaction that it has open then.</summary>
    protected BulkStatement(DbContext db)
    {
        _db = db;
        Type = db.Model.FindEntityType(typeof(T))!;
        _sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
    }

    /// <summary>The kind of row.</summary>
    protected IEntityType Type { get; }

    /// <summary>The table's name as the engine writes it.</summary>
    protected string Table => _sql.DelimitIdentifier(Type.GetTableName()!);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _command.DisposeAsync();

    /// <summary>A column's name as the engine writes it, and the parameter that stands for its value.</summary>
    protected (string Column, string Parameter) Add(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(_command, $"@p{_columns.Count}", null, nullable: true);
        _command.Parameters.Add(parameter);
        _columns.Add((property, mapping.Converter?.ConvertToProvider, parameter));
        return (Column(property), parameter.ParameterName);
    }

    /// <summary>A column's name as the engine writes it.</summary>
    protected string Column(IProperty property) => _sql.DelimitIdentifier(property.GetColumnName());

    /// <summary>The whole statement, once the columns are added.</summary>
    protected void Say(string statement) => _command.CommandText = statement;

    /// <summary>A column and its value, as SET and WHERE say it.</summary>
    protected string Equal(IProperty property)
    {
        var (column, parameter) = Add(property);
        return $"{column} = {parameter}";
    }

    /// <summary>The columns that are written, as SET says them.</summary>
    protected string Set(IEnumerable<string> properties) => string.Join(", ", properties.Select(name => Equal(Type.GetProperty(name))));

    /// <summary>The row itself, as WHERE says it.</summary>
    protected string Key() => string.Join(" AND ", Type.FindPrimaryKey()!.Properties.Select(Equal));

    /// <summary>Carries it out for one row; gives how many rows it changed.</summary>
    protected int Execute(T row)
    {
        _command.Transaction = _db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (property, convert, parameter) in _columns)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
        }
        return _command.ExecuteNonQuery();
    }
}

/// <inheritdoc cref="BulkStatement{T}"/>
internal sealed class BulkInsert<T> : BulkStatement<T> where T : class
{
    /// <inheritdoc cref="BulkStatement{T}(DbContext)"/>
    public BulkInsert(DbContext db) : base(db)
    {
        var columns = Type.GetProperties().Select(Add).ToList();
        Say($"INSERT INTO {Table} ({string.Join(", ", columns.Select(c => c.Column))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})");
    }

    /// <summary>Writes one row.</summary>
    public void Insert(T row) => Execute(row);
}

/// <inheritdoc cref="BulkStatement{T}"/>
internal sealed class BulkUpdate<T> : BulkStatement<T> where T : class
{
    /// <summary>Prepares for these properties of a row that is found by its key.</summary>
    public BulkUpdate(DbContext db, params IReadOnlyList<string> properties) : base(db)
    {
        Say($"UPDATE {Table} SET {Set(properties)} WHERE {Key()}");
    }

    /// <summary>Writes what one row says now.</summary>
    public void Update(T row) => Execute(row);
}

/// <summary>As <see cref="BulkUpdate{T}"/>, for rows with a version: writes only over the version that was read, and counts it on.</summary>
internal sealed class VersionedUpdate<T> : BulkStatement<T> where T : class, IVersioned
{
    /// <inheritdoc cref="BulkUpdate{T}(DbContext, IReadOnlyList{string})"/>
    public VersionedUpdate(DbContext db, params IReadOnlyList<string> properties) : base(db)
    {
        var version = Type.GetProperty(nameof(IVersioned.Version));
        Say($"UPDATE {Table} SET {Set(properties)}, {Column(version)} = {Column(version)} + 1 WHERE {Key()} AND {Equal(version)}");
    }

    /// <summary>Writes what the row says now; false when somebody has written it meanwhile, or it is gone. The row in memory keeps the version that was read.</summary>
    public bool Update(T row) => Execute(row) > 0;
}

/// <summary>As <see cref="BulkUpdate{T}"/>, for what is written once: of two who write it, the first one counts.</summary>
internal sealed class FirstUpdate<T> : BulkStatement<T> where T : class, IVersioned
{
    /// <summary>Prepares for one property that is null until then.</summary>
    public FirstUpdate(DbContext db, string property) : base(db)
    {
        var version = Column(Type.GetProperty(nameof(IVersioned.Version)));
        Say($"UPDATE {Table} SET {Set([property])}, {version} = {version} + 1 WHERE {Key()} AND {Column(Type.GetProperty(property))} IS NULL");
    }

    /// <summary>Writes what the row says now; false when it was written before, or the row is gone.</summary>
    public bool Update(T row) => Execute(row) > 0;
}
