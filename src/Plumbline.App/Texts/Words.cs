namespace Plumbline.App.Texts;

/// <summary>
/// All texts of the app, in both languages: the one file to translate. The compiler checks that no page names a text that is
/// missing; a test checks that none is empty, or without its places, or without a reader.
/// </summary>
internal static class Words
{
    // Everywhere
    public static readonly Text Plumbline = new("Plumbline", "Plumbline");
    public static readonly Text SkipToContent = new("Skip to content", "К содержанию");
    public static readonly Text Pages = new("Pages", "Страницы");
    public static readonly Text OtherLanguage = new("Русский", "English");
    public static readonly Text Investigation = new("Investigation", "Расследование");
    public static readonly Text Files = new("Files", "Файлы");
    public static readonly Text Search = new("Search", "Поиск");
    public static readonly Text Read = new("Read", "Читать");
    public static readonly Text Claims = new("Claims", "Цифры");
    public static readonly Text ChangeCase = new("Other case", "Другое дело");
    public static readonly Text YouAre = new("You are {0}", "Вы — {0}");
    public static readonly Text Cancel = new("Cancel", "Отмена");
    public static readonly Text Save = new("Save", "Сохранить");
    public static readonly Text TryThis = new("What to try: {0}", "Что попробовать: {0}");
    public static readonly Text InEnglish = new("In English:", "Подробно (по-английски):");
    public static readonly Text Fault = new("Something went wrong here", "Здесь что-то сломалось");
    public static readonly Text FaultMore = new("Nothing that was saved is lost. Load the page again.", "Всё сохранённое цело. Загрузите страницу заново.");
    public static readonly Text Reload = new("Load again", "Загрузить заново");
    public static readonly Text Lost = new("Plumbline has stopped. What was saved is kept. Start it again to go on.", "Plumbline остановлен. Всё сохранённое цело. Запустите его снова, чтобы продолжить.");
    public static readonly Text NotFound = new("There is no such page", "Такой страницы нет");
    public static readonly Text QuitHint = new("To end Plumbline, close this tab and press Ctrl-C where it was started.", "Чтобы закончить, закройте эту вкладку и нажмите Ctrl-C там, где Plumbline запущен.");

    // The menu of further pages
    public static readonly Text NavMore = new("More", "Ещё");
    public static readonly Text NavQueue = new("Queue", "Очередь");
    public static readonly Text NavEntry = new("Entry", "Ввод");
    public static readonly Text NavSources = new("Sources", "Источники");
    public static readonly Text NavTimeline = new("Timeline", "По дням");
    public static readonly Text NavCodebook = new("Codebook", "Книга кодов");
    public static readonly Text NavJournal = new("Journal", "Журнал");
    public static readonly Text NavPeople = new("People", "Люди");

    // Start
    public static readonly Text StartTitle = new("Start", "Начало");
    public static readonly Text StartLead = new(
        "Plumbline keeps the line from every figure in your article back to the sentence it rests on. All of it stays on this computer.",
        "Plumbline ведёт нить от каждой цифры в статье к предложению, на котором она держится. Всё остаётся на этом компьютере.");
    public static readonly Text NewCase = new("A new case", "Новое дело");
    public static readonly Text CaseName = new("Name", "Название");
    public static readonly Text CaseNameHint = new("Makes a folder of this name in {0}", "Папка с этим названием появится в {0}");
    public static readonly Text Template = new("What do you have?", "Что у вас есть?");
    public static readonly Text TemplateRulings = new("Russian court rulings in administrative cases", "Постановления судов по делам об административных правонарушениях");
    public static readonly Text TemplateInterviews = new("Interviews in English with people who were stopped", "Интервью на английском с людьми, которых останавливали");
    public static readonly Text TemplateBlank = new("Something else: I will write my own codebook", "Другое: я напишу свою книгу кодов");
    public static readonly Text Pseudonym = new("What you are called in it", "Как вас в нём называть");
    public static readonly Text PseudonymHint = new("Stands beside everything you decide. Don't use your name.", "Стоит рядом с каждым вашим решением. Не пишите своё имя.");
    public static readonly Text MakeCase = new("Make the case", "Создать дело");
    public static readonly Text OpenCase = new("Open a case", "Открыть дело");
    public static readonly Text CasesHere = new("Cases in {0}", "Дела в {0}");
    public static readonly Text NoCasesHere = new("None yet.", "Пока нет.");
    public static readonly Text CasePath = new("Folder of the case", "Папка дела");
    public static readonly Text Open = new("Open", "Открыть");
    public static readonly Text NameNeeded = new("The case needs a name.", "У дела должно быть название.");

    // Files
    public static readonly Text FilesLead = new(
        "Files are copied into the archive of the case as they are. Your originals are never changed.",
        "Файлы копируются в архив дела как есть. Ваши оригиналы никогда не меняются.");
    public static readonly Text DropHere = new("Drop files and folders here", "Перетащите сюда файлы и папки");
    public static readonly Text ChooseFiles = new("Choose files", "Выбрать файлы");
    public static readonly Text ChooseFolder = new("Choose a folder", "Выбрать папку");
    public static readonly Text FolderByPath = new("Or a folder by its path", "Или папка по её пути");
    public static readonly Text FromWhom = new("From whom (a pseudonym, may be empty)", "От кого (псевдоним, можно не заполнять)");
    public static readonly Text TakeIn = new("Take in and read", "Принять и прочитать");
    public static readonly Text Update = new("Update", "Обновить");
    public static readonly Text UpToDate = new("Everything is read", "Всё прочитано");
    public static readonly Text Stale = new("Something has changed since the last update: new files, decisions or codebooks.", "После последнего обновления что-то изменилось: файлы, решения или книги кодов.");
    public static readonly Text WhatWasRead = new("What was read", "Что прочитано");
    public static readonly Text NothingYet = new("Nothing has come in yet.", "Пока ничего не принято.");
    public static readonly CountedText Documents = new("{0} document", "{0} documents", "{0} документ", "{0} документа", "{0} документов");
    public static readonly Text WithText = new("read as text", "прочитано как текст");
    public static readonly Text WithRows = new("read as a table", "прочитано как таблица");
    public static readonly Text NotReadTitle = new("Remarks on the reading", "Замечания при чтении");
    public static readonly Text File = new("File", "Файл");
    public static readonly Text Stopping = new("Stopping …", "Останавливаю …");
    public static readonly Text Sending = new("Copying {0} of {1} …", "Копирую {0} из {1} …");
    public static readonly Text SendFailed = new("{0} could not be copied.", "Не удалось скопировать: {0}.");
    public static readonly CountedText TookIn = new("{0} file taken in", "{0} files taken in", "принят {0} файл", "принято {0} файла", "принято {0} файлов");
    public static readonly CountedText NewOnes = new("{0} new document", "{0} new documents", "{0} новый документ", "{0} новых документа", "{0} новых документов");
    public static readonly Text WasStopped = new("Stopped. What was done is kept.", "Остановлено. Сделанное сохранено.");
    public static readonly Text StageCustody = new("Taking files in", "Принимаю файлы");
    public static readonly Text StageIngest = new("Reading documents", "Читаю документы");
    public static readonly Text StageCode = new("Coding by the rules", "Размечаю по правилам");
    public static readonly Text StageTables = new("Laying the tables", "Собираю таблицы");
    public static readonly Text StageCheck = new("Checking the figures", "Проверяю цифры");

    // Investigation
    public static readonly Text Sources = new("Documents", "Документы");
    public static readonly Text Units = new("Units", "Единицы");
    public static readonly Text Coded = new("Coded", "Размечено");
    public static readonly Text ConfirmedByPeople = new("Confirmed by people", "Подтверждено людьми");
    public static readonly Text Problems = new("Problems", "Неполадки");
    public static readonly Text Variable = new("Variable", "Переменная");
    public static readonly Text HowFar = new("How far the work is", "Как продвигается работа");
    public static readonly Text FiguresTitle = new("Figures in the drafts", "Цифры в черновиках");
    public static readonly Text NoFigures = new("No draft states a figure yet. Put an article into the folder drafts of the case.", "В черновиках пока нет цифр. Положите текст в папку drafts дела.");
    public static readonly Text NextTitle = new("What to do next", "Что делать дальше");
    public static readonly Text NextNone = new("No figure is waiting for a decision.", "Ни одна цифра не ждёт решения.");
    public static readonly Text NextLead = new("These rulings bring your figures furthest.", "Эти документы продвинут ваши цифры дальше всего.");
    public static readonly Text ReadNext = new("Read the next one", "Читать следующий");
    public static readonly CountedText Since = new(
        "{0} decision since the last update, counted here already", "{0} decisions since the last update, counted here already",
        "{0} решение после последнего обновления, здесь уже учтено", "{0} решения после последнего обновления, здесь уже учтены", "{0} решений после последнего обновления, здесь уже учтены");
    public static readonly Text Working = new("Working it out …", "Считаю …");
    public static readonly CountedText Times = new("{0} time", "{0} times", "{0} раз", "{0} раза", "{0} раз");

    // Verdicts
    public static readonly Text Holds = new("holds", "держится");
    public static readonly Text Fails = new("fails", "не держится");
    public static readonly Text OpenVerdict = new("open", "открыта");
    public static readonly Text NotBacked = new("not backed", "без опоры");
    public static readonly Text Error = new("error", "ошибка");

    // Statuses of variables
    public static readonly Text NotCoded = new("not coded", "не размечено");
    public static readonly Text Stated = new("stated", "сказано");
    public static readonly Text NotStated = new("not stated", "не сказано");
    public static readonly Text Unclear = new("unclear", "неясно");
    public static readonly Text NotApplicable = new("not applicable", "неприменимо");
    public static readonly Text Disputed = new("disputed", "спорно");
    public static readonly Text Settled = new("settled by people", "решено людьми");
    public static readonly Text ByRule = new("by a rule", "по правилу");
    public static readonly Text ByRuleUnsure = new("by a rule, unsure", "по правилу, неуверенно");
    public static readonly Text ByColumn = new("as in the table", "как в таблице");
    public static readonly Text ByPerson = new("by {0}", "{0}");
    public static readonly Text Open1 = new("open", "открыто");

    // Search
    public static readonly Text SearchLead = new("Words, \"a phrase\", AND OR NOT, near w/5, beginnings with *", "Слова, \"фраза\", AND OR NOT, w/5 — не дальше пяти слов, видео* — начало слова");
    public static readonly Text SearchFor = new("Search the texts", "Искать в текстах");
    public static readonly CountedText Texts = new("{0} text", "{0} texts", "{0} текст", "{0} текста", "{0} текстов");
    public static readonly CountedText Hits = new("{0} hit", "{0} hits", "{0} совпадение", "{0} совпадения", "{0} совпадений");
    public static readonly Text NothingFound = new("Nothing found.", "Ничего не найдено.");
    public static readonly Text Narrow = new("Narrow down", "Сузить");
    public static readonly Text NarrowFirst = new("Over the first {0} texts", "По первым {0} текстам");
    public static readonly Text MoreHits = new("More", "Ещё");
    public static readonly Text Page = new("page {0}", "стр. {0}");

    // Unit
    public static readonly Text DocumentFrame = new("The document, with what is coded marked", "Документ с отмеченными местами");
    public static readonly Text Variables = new("What is coded", "Что размечено");
    public static readonly Text NoUnit = new("There is no such unit", "Такой единицы нет");
    public static readonly Text Accept = new("Accept", "Принять");
    public static readonly Text Change = new("Change", "Изменить");
    public static readonly Text SayUnclear = new("Unclear", "Неясно");
    public static readonly Text SayNotStated = new("Not stated", "Не сказано");
    public static readonly Text Note = new("Note", "Заметка");
    public static readonly Text NoteHint = new("Goes with your next decision on this variable.", "Уйдёт с вашим следующим решением по этой переменной.");
    public static readonly Text Undo = new("Undo", "Отменить");
    public static readonly Text Next = new("Next", "Дальше");
    public static readonly Text ChooseWords = new("Choose words", "Выбрать слова");
    public static readonly Text WordsTitle = new("Choose the words that say it", "Выберите слова, в которых это сказано");
    public static readonly Text WordsHint = new("Select with the mouse, or with Shift and the arrows, and press Enter. Escape goes back.", "Выделите мышью или стрелками с Shift и нажмите Enter. Escape — назад.");
    public static readonly Text UseWords = new("Use these words", "Взять эти слова");
    public static readonly Text WordsChosen = new("Words: “{0}”", "Слова: «{0}»");
    public static readonly Text ValueOf = new("Value of {0}", "Значение: {0}");
    public static readonly Text ReadWhole = new("I have read all of it", "Прочитано целиком");
    public static readonly Text ReadWholeHint = new("Needed before you can say that something is not there.", "Нужно, прежде чем сказать, что чего-то в тексте нет.");
    public static readonly Text Saved = new("Saved: {0} = {1}", "Сохранено: {0} = {1}");
    public static readonly Text Undone = new("Taken back: {0}", "Отменено: {0}");
    public static readonly Text NothingToAccept = new("There is no value to accept. Say what it is.", "Принимать нечего: значения нет. Укажите его сами.");
    public static readonly Text KeysOn = new("Keys without Ctrl work here", "Управлять клавишами без Ctrl");
    public static readonly Text KeyNextVariable = new("next and previous variable", "следующая и предыдущая переменная");
    public static readonly Text Part = new("Part {0} of {1}", "Часть {0} из {1}");
    public static readonly Text Earlier = new("Earlier part", "Предыдущая часть");
    public static readonly Text Later = new("Next part", "Следующая часть");
    public static readonly Text TextOrPage = new("Text or page", "Текст или страница");
    public static readonly Text AsText = new("Text", "Текст");
    public static readonly Text AsPage = new("Page", "Страница");
    public static readonly Text PageOf = new("Page {0} of {1}", "Страница {0} из {1}");
    public static readonly Text PageBefore = new("Page before", "Предыдущая страница");
    public static readonly Text PageAfter = new("Page after", "Следующая страница");
    public static readonly Text NoDrawer = new("Pictures of pages need the program pdftoppm; see “plumb doctor”.", "Чтобы показать страницы, нужна программа pdftoppm; подробнее — «plumb doctor».");
    public static readonly Text Undrawn = new("This page can't be drawn. Here is the text.", "Эту страницу не удалось показать. Вот текст.");
    public static readonly Text Instructions = new("How to decide", "Как решать");
    public static readonly Text NothingSays = new("no words say it", "слов об этом нет");
    public static readonly Text StaleDecision = new("under an older definition", "по старому определению");
    public static readonly Text MaybeSame = new("May be the same as", "Возможно, это то же, что");
    public static readonly Text AllCopies = new("Stands in {0} documents", "Есть в документах: {0}");
    public static readonly Text Progress = new("{0} of {1} settled", "решено {0} из {1}");
    public static readonly Text ServesFigures = new("For the figures: {0}", "Для цифр: {0}");

    // Claims
    public static readonly Text ClaimsLead = new("Every figure of a draft, coloured and named by its verdict.", "Каждая цифра черновика, и по цвету и слову видно, держится ли она.");
    public static readonly Text Draft = new("Draft", "Черновик");
    public static readonly Text ClaimRows = new("What it rests on", "На чём она стоит");
    public static readonly Text Confirmed = new("confirmed", "подтверждено");
    public static readonly Text Possible = new("possible", "возможно");
    public static readonly Text Unread = new("nobody has read", "никто не читал");
    public static readonly Text RowsShown = new("{0} of {1} shown", "показано {0} из {1}");
    public static readonly Text Hidden = new("{0} not shown: their sources are not for publication", "{0} не показано: источники не для публикации");
    public static readonly Text ChooseFigure = new("Choose a figure to see what it rests on.", "Выберите цифру, чтобы увидеть, на чём она стоит.");
    public static readonly Text Evidence = new("Words", "Слова");
    public static readonly Text Back = new("Back", "Назад");
    public static readonly Text Value = new("Value", "Значение");
}
