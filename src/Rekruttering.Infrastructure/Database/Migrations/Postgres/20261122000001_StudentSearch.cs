using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database.Migrations.Postgres;

/// <summary>The index of words that students are found by, and the function that asks it (<see cref="RekrutteringDb.StudentSearch"/>). Written by hand, for the model knows neither.</summary>
[DbContext(typeof(PostgresRekrutteringDb))]
[Migration("20261122000001_StudentSearch")]
public sealed class StudentSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            CREATE INDEX "IX_Students_SearchWords" ON "Students" USING gin (to_tsvector('simple', "SearchWords"));
            CREATE FUNCTION "StudentSearch"(query text) RETURNS TABLE ("StudentId" uuid) LANGUAGE sql STABLE AS
                $$ SELECT "Id" FROM "Students" WHERE to_tsvector('simple', "SearchWords") @@ to_tsquery('simple', query) $$;
            """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            DROP FUNCTION "StudentSearch"(text);
            DROP INDEX "IX_Students_SearchWords";
            """);
}
