namespace Rekruttering.Application.Demo;

/// <summary>Names that occur in Trøndelag, put together by chance: Norwegian, Sami and Polish. None is meant to be anybody.</summary>
internal static class InventedNames
{
    /// <summary>First and last names of one origin, and how often of a hundred they are drawn.</summary>
    internal sealed record Origin(int Share, string[] First, string[] Last);

    public static readonly Origin[] Origins =
    [
        new(86, Words("""
            Aksel Amalie Anders Andrea Anna Ane Are Arne Astrid August Aurora Benjamin Birgitte Bjørn Brage Camilla Eirik Elias Elin Eline
            Emil Emilie Emma Erlend Espen Eva Even Filip Fredrik Frida Frøya Guro Hanna Hanne Hedda Helene Henrik Herman Håkon Håvard
            Ida Iben Ingeborg Ingrid Isak Iver Jakob Jenny Johanne Jon Jonas Julie Jørgen Jørn Kaja Karoline Kasper Kristian Kristin Kristoffer
            Lars Lene Line Live Ludvig Magnus Maja Malin Maren Margrete Marie Markus Marte Martin Mathias Mia Mikkel Mona Nora Odin
            Ola Olav Oline Oliver Oskar Per Petter Ragnhild Rasmus Runa Sander Sara Selma Sigrid Silje Simen Sindre Siri Snorre Sofie
            Solveig Sondre Stian Sunniva Synne Sverre Sølvi Tarjei Thea Theodor Tiril Tobias Tora Tore Torunn Trym Tuva Ulrik Vegard Vilde
            Vårin Yngve Åse Åsmund Øyvind Ørjan
            """), Words("""
            Aune Aunet Bakken Berg Bjørgan Bjørnerem Borgen Brekken Bratberg Buvarp Dahl Devik Duna Eidem Elden Engan Fagerhaug Fiskum
            Fjær Flasnes Formo Forseth Fossum Gjerde Gravseth Grøndal Grønli Haarstad Halsen Hammer Haugen Heggli Hofstad Holmen Holte
            Husby Høyem Hågensen Indergård Kjølstad Kolstad Krogstad Kvam Kvernø Kvistad Langseth Lauvås Lian Lilleberg Lund Løvmo Mørkved Moen
            Myhre Naustvik Nervik Nesset Nordeng Nyborg Nygård Olden Opdahl Overhalla Presthus Ramstad Ranum Rian Rosten Røe Rønning
            Saltvik Sandnes Selnes Skage Skaret Skjelstad Skogmo Solbakken Solem Stein Stokkan Storvik Strand Sund Sundset Sveum Sæther Sørli
            Teigen Tingstad Tranås Tømmerås Ulvik Utvik Valø Vannebo Viken Vikestad Vist Våg Wold Ystad Øie Ødegård Øverås Øyen Åkervik
            Ålmo Ånes Årvik Åsen
            """)),
        new(8, Words("""
            Ánde Ánne Áilu Biret Elle Elena Gáddjá Inger-Máret Issát Jåvva Jonar Laara Lájlá Læjsa Maajja Máhtte Máret Niillas Nïllas Risten
            Sárá Sïjse Sunná Tjidtjie
            """), Words("""
            Bientie Dunfjeld Dærga Fjellner Gaup Joma Jåma Kappfjell Kroik Nordfjell Nursfjell Sara Steinfjell Toven Utsi Westerfjell Åhrén
            """)),
        new(6, Words("""
            Adam Agnieszka Aleksandra Bartosz Dominik Ewa Filip Hanna Igor Julia Kacper Karolina Łucja Maciej Magdalena Małgorzata Michał
            Natalia Oliwia Paweł Piotr Szymon Wiktoria Zofia Żaneta
            """), Words("""
            Adamczyk Baran Bąk Czarnecki Dąbrowski Głowacki Jabłoński Kaźmierczak Kołodziej Krawczyk Łukasik Mazurek Nowicki Ostrowski
            Piątek Rogalski Sikora Śliwiński Urbański Wójtowicz Wróbel Zięba Żak
            """)),
    ];

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
