using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rekruttering.Application.Data;

/// <summary>
/// One prepared INSERT per kind of row, with the model's own columns and conversions: ten times as fast as the change tracker, on both
/// engines. It goes past the guard of the scope, so only rows of the kommune that was just checked may come this way.
/// </summary>
internal sealed class BulkInsert<T> : IAsyncDisposable where T : class
{
    private readonly DbCommand _command;
    private readonly (IProperty Property, Func<object?, object?>? Convert, DbParameter Parameter)[] _columns;

    /// <summary>Prepares on the connection and in the transaction that the context has open.</summary>
    public BulkInsert(DbContext db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        _columns = [.. type.GetProperties().Select((property, i) => Column(property, $"@p{i}"))];
        _command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", _columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName())))}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter.ParameterName))})";
    }

    /// <summary>Writes one row.</summary>
    public void Insert(T row)
    {
        foreach (var (property, convert, parameter) in _columns)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
        }
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private (IProperty, Func<object?, object?>?, DbParameter) Column(IProperty property, string name)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(_command, name, null, nullable: true);
        _command.Parameters.Add(parameter);
        return (property, mapping.Converter?.ConvertToProvider, parameter);
    }
}
