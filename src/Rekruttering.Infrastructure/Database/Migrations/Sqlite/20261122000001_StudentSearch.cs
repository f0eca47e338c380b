using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database.Migrations.Sqlite;

/// <summary>
/// The index of words that students are found by, kept by triggers and found through <see cref="RekrutteringDb.StudentSearch"/>. An id is a word too:
/// so its row is found again, for the table's own row numbers may change. What is deleted leaves no words behind. Written by hand, for the model
/// knows no such table; a later migration that builds Students anew must make the triggers again.
/// </summary>
[DbContext(typeof(SqliteRekrutteringDb))]
[Migration("20261122000001_StudentSearch")]
public sealed class StudentSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE "StudentSearch" USING fts5("Words", "StudentId", tokenize = "unicode61 remove_diacritics 0 tokenchars '-'", detail = 'column');
            INSERT INTO "StudentSearch"("StudentSearch", rank) VALUES ('secure-delete', 1);
            INSERT INTO "StudentSearch"("Words", "StudentId") SELECT "SearchWords", "Id" FROM "Students";
            CREATE TRIGGER "StudentSearch_insert" AFTER INSERT ON "Students" BEGIN
                INSERT INTO "StudentSearch"("Words", "StudentId") VALUES (new."SearchWords", new."Id");
            END;
            CREATE TRIGGER "StudentSearch_update" AFTER UPDATE OF "SearchWords" ON "Students" WHEN old."SearchWords" <> new."SearchWords" BEGIN
                UPDATE "StudentSearch" SET "Words" = new."SearchWords" WHERE rowid IN (SELECT rowid FROM "StudentSearch"('StudentId : "' || old."Id" || '"'));
            END;
            CREATE TRIGGER "StudentSearch_delete" AFTER DELETE ON "Students" BEGIN
                DELETE FROM "StudentSearch" WHERE rowid IN (SELECT rowid FROM "StudentSearch"('StudentId : "' || old."Id" || '"'));
            END;
            """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            DROP TRIGGER "StudentSearch_insert";
            DROP TRIGGER "StudentSearch_update";
            DROP TRIGGER "StudentSearch_delete";
            DROP TABLE "StudentSearch";
            """);
}
