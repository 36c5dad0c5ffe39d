using Plumbline.Cases;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cases;

public sealed class SyncedFolderTests
{
    [Theory]
    [InlineData("OneDrive", "OneDrive")]
    [InlineData("OneDrive - Редакция", "OneDrive")]
    [InlineData("Dropbox (Personal)", "Dropbox")]
    [InlineData("Yandex.Disk", "Yandex.Disk")]
    [InlineData("YandexDisk", "Yandex.Disk")]
    [InlineData("Яндекс.Диск", "Яндекс.Диск")]
    [InlineData("iCloud Drive", "iCloud")]
    [InlineData("Google Drive", "Google Drive")]
    [InlineData("Nextcloud", "Nextcloud")]
    public void A_service_is_known_by_the_name_of_its_folder(string name, string service)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(service, SyncedFolder.ServiceOf(folder[name, "работа", "дело"]));
    }

    [Fact]
    public void A_service_on_a_mac_is_known_by_its_place()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("Box", SyncedFolder.ServiceOf(folder["Library", "CloudStorage", "Box-Box", "case"]));
    }

    [Theory]
    [InlineData(".dropbox", "Dropbox")]
    [InlineData(".stfolder", "Syncthing")]
    [InlineData(".sync_a1b2.db", "Nextcloud")]
    public void A_service_is_known_by_what_it_leaves_in_its_folder(string mark, string service)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[mark], "");
        Assert.Equal(service, SyncedFolder.ServiceOf(folder["a", "b"]));
    }

    [Fact]
    public void A_link_does_not_hide_where_the_folder_is()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["Dropbox", "real"]);
        Directory.CreateSymbolicLink(folder["link"], folder["Dropbox", "real"]);
        Assert.Equal("Dropbox", SyncedFolder.ServiceOf(folder["link", "case"]));
    }

    [Fact]
    public void A_folder_that_the_system_names_is_known()
    {
        using var folder = new TemporaryFolder();
        (string, string)[] known = [(folder["Файлы"], "OneDrive")];
        Assert.Equal("OneDrive", SyncedFolder.ServiceOf(folder["Файлы", "дело"], known));
        Assert.Null(SyncedFolder.ServiceOf(folder["Файлы-2", "дело"], known));
    }

    [Fact]
    public void Other_folders_are_not_suspected()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(SyncedFolder.ServiceOf(folder["Документы", "box", "synced notes"]));
    }
}
