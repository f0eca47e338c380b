using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rekruttering.Application.Data;

/// <summary>
/// One prepared statement for many rows of a kind, with the model's own columns and conversions: ten times as fast as the change tracker, on
/// both engines. It goes past the guard of the scope and past versions, so only rows of the kommune that was just checked may come this way.
/// </summary>
internal abstract class BulkStatement<T> : IAsyncDisposable where T : class
{
    private readonly ISqlGenerationHelper _sql;
    private readonly DbCommand _command;
    private readonly List<(IProperty Property, Func<object?, object?>? Convert, DbParameter Parameter)> _columns = [];

    /// <summary>Prepares on the connection and in the transaction that the context has open.</summary>
    protected BulkStatement(DbContext db)
    {
        Type = db.Model.FindEntityType(typeof(T))!;
        _sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
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
        return (_sql.DelimitIdentifier(property.GetColumnName()), parameter.ParameterName);
    }

    /// <summary>The whole statement, once the columns are added.</summary>
    protected void Say(string statement) => _command.CommandText = statement;

    /// <summary>Carries it out for one row.</summary>
    protected void Execute(T row)
    {
        foreach (var (property, convert, parameter) in _columns)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
        }
        _command.ExecuteNonQuery();
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
        var columns = properties.Select(name => Add(Type.GetProperty(name))).ToList();
        var key = Type.FindPrimaryKey()!.Properties.Select(Add).ToList();
        Say($"UPDATE {Table} SET {string.Join(", ", columns.Select(c => $"{c.Column} = {c.Parameter}"))} WHERE {string.Join(" AND ", key.Select(c => $"{c.Column} = {c.Parameter}"))}");
    }

    /// <summary>Writes what one row says now.</summary>
    public void Update(T row) => Execute(row);
}
