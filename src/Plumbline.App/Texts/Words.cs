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

    // People and signing in
    public static readonly Text SignInTitle = new("Sign in", "Войти");
    public static readonly Text SignOut = new("Sign out", "Выйти");
    public static readonly Text SignInLead = new("Several people work on this case. What you decide is kept under your pseudonym.", "Над этим делом работают несколько человек. Ваши решения хранятся под вашим псевдонимом.");
    public static readonly Text WhoAreYou = new("Who are you?", "Кто вы?");
    public static readonly Text Passphrase = new("Passphrase", "Парольная фраза");
    public static readonly Text PassphraseHint = new("Forgotten? An editor of the case gives you a new one.", "Забыли? Редактор дела даст вам новую.");
    public static readonly Text FirstHere = new(
        "Nobody has a passphrase on this computer yet: an editor chooses one now, and then gives the others theirs.",
        "На этом компьютере ни у кого ещё нет парольной фразы: редактор придумывает её сейчас, а потом даёт фразы остальным.");
    public static readonly Text NobodyNamed = new("This case has one person so far, who need not sign in.", "Пока с этим делом работает один человек, и входить не нужно.");
    public static readonly Text PeopleLead = new("Who works on the case, and what each may do. Everything anybody does is in the journal under their pseudonym.", "Кто работает над делом и кому что можно. Всё, что делает каждый, записано в журнале под псевдонимом.");
    public static readonly Text WhoWorks = new("Who works on it", "Кто работает");
    public static readonly Text OnePerson = new("Only you so far, as {0}. You may do everything, and need no passphrase.", "Пока только вы, под именем {0}. Вам можно всё, и парольная фраза не нужна.");
    public static readonly Text ThisIsYou = new("this is you", "это вы");
    public static readonly Text RoleTitle = new("Role", "Роль");
    public static readonly Text RoleOf = new("Role of {0}", "Роль: {0}");
    public static readonly Text RoleEditor = new("editor", "редактор");
    public static readonly Text RoleEditorMeans = new("does everything: claims, signatures, sources, people", "может всё: цифры, подписи, источники, люди");
    public static readonly Text RoleAdjudicator = new("adjudicator", "арбитр");
    public static readonly Text RoleAdjudicatorMeans = new("codes, gives work to others, says what stands where coders disagree", "размечает, раздаёт работу, решает, где разметчики разошлись");
    public static readonly Text RoleCoder = new("coder", "разметчик");
    public static readonly Text RoleCoderMeans = new("reads and codes, takes files in", "читает и размечает, принимает файлы");
    public static readonly Text RoleViewer = new("viewer", "читатель");
    public static readonly Text RoleViewerMeans = new("reads, and changes nothing", "читает и ничего не меняет");
    public static readonly Text Leaves = new("Works on it no more", "Больше не работает");
    public static readonly Text ComesBack = new("Works on it again", "Снова работает");
    public static readonly Text HasLeft = new("works on it no more; decisions stand", "больше не работает; решения остаются");
    public static readonly Text NoPassphraseHere = new("has no passphrase on this computer", "на этом компьютере нет парольной фразы");
    public static readonly Text NewPassphrase = new("New passphrase", "Новая фраза");
    public static readonly Text PassphraseOf = new("New passphrase of {0}", "Новая фраза для {0}");
    public static readonly Text OldPassphrase = new("The one you have", "Нынешняя фраза");
    public static readonly Text ChangeMine = new("Change my passphrase", "Сменить мою фразу");
    public static readonly Text SecondBrowser = new("Two people at once on this computer", "Двое сразу за этим компьютером");
    public static readonly Text SecondBrowserHint = new(
        "Open this address in another browser, or in a private window: somebody else signs in there. It works once.",
        "Откройте этот адрес в другом браузере или в приватном окне: там войдёт другой человек. Адрес действует один раз.");
    public static readonly Text MakeAddress = new("Make an address", "Сделать адрес");
    public static readonly Text AddressOnce = new("Address, for one browser, once", "Адрес для одного браузера, на один раз");
    public static readonly Text AddPerson = new("Add a person", "Добавить человека");
    public static readonly Text AddSelf = new("Add yourself", "Добавить себя");
    public static readonly Text AddSelfHint = new(
        "To work with others, first add yourself: you become the editor, who adds everybody else. From then on everybody signs in.",
        "Чтобы работать вместе, сначала добавьте себя: вы станете редактором и добавите остальных. После этого каждый будет входить под своим именем.");
    public static readonly Text PersonPseudonym = new("Pseudonym", "Псевдоним");
    public static readonly Text FirstPassphraseHint = new("At least 10 letters. Tell them; they can change it here.", "Не меньше 10 знаков. Скажите её человеку; он сможет сменить её здесь.");
    public static readonly Text NewPassphraseHint = new("At least 10 letters: four or five words that don't belong together.", "Не меньше 10 знаков: четыре-пять слов, не связанных между собой.");
    public static readonly Text OnlyEditors = new("Only an editor of the case adds people and changes roles.", "Людей добавляет и роли меняет только редактор дела.");
    public static readonly Text PersonAdded = new("Added: {0}", "Добавлено: {0}");
    public static readonly Text PersonChanged = new("Changed: {0}", "Изменено: {0}");
    public static readonly Text WrongTries = new("Wrong passphrases for you since you last signed in: {0}. If it wasn't you, tell an editor.", "Неверных попыток войти под вашим именем с прошлого раза: {0}. Если это были не вы, скажите редактору.");
    public static readonly Text WhatItIs = new("What a passphrase does", "Что даёт парольная фраза");
    public static readonly Text WhatPassphraseIs = new(
        "It says who sits at the keyboard, so that nobody decides under another's name by mistake. It does not encrypt the case: who can open the folder on this computer can read it, and change it with other programs.",
        "Она говорит, кто сидит за клавиатурой, чтобы никто по ошибке не решал под чужим именем. Дело она не шифрует: кто может открыть папку на этом компьютере, тот может её читать и менять другими программами.");

    // Blind coding, and two people at once
    public static readonly Text BlindOn = new("You code blind: what the machine and other people say is hidden.", "Вы размечаете вслепую: что нашли машина и другие люди, скрыто.");
    public static readonly Text BlindMust = new("This case asks two people who have not seen each other's coding.", "В этом деле нужны двое, не видевшие разметки друг друга.");
    public static readonly Text BlindHide = new("Code blind", "Размечать вслепую");
    public static readonly Text BlindShow = new("Show everything", "Показать всё");
    public static readonly Text BlindHidden = new("hidden", "скрыто");
    public static readonly Text BlindOwn = new("yours; others' are hidden", "ваше; чужое скрыто");
    public static readonly Text Meanwhile = new("{0} decided this meanwhile. Look at it; press again to save yours beside it.", "{0} за это время уже решил(а). Посмотрите и нажмите ещё раз, чтобы сохранить ваше рядом.");
    public static readonly Text ViewOnly = new("You read here; a viewer decides nothing.", "Вы здесь читаете; читатель ничего не решает.");

    // Adjudication
    public static readonly Text AdjudicateTitle = new("What stands", "Что считать верным");
    public static readonly Text AdjudicateLead = new("People read the same document and said different things. Read their words, and say what stands.", "Люди прочли один документ и сказали разное. Прочтите их цитаты и решите, что верно.");
    public static readonly Text ThisStands = new("This stands", "Верно это");
    public static readonly Text SaidBlind = new("without having seen anything", "ничего не видя");
    public static readonly Text SaidAfterMachine = new("having seen the machine's value", "видя значение машины");
    public static readonly Text SaidAfterOther = new("having seen another's coding", "видя чужую разметку");
    public static readonly Text MachineSays = new("The machine", "Машина");
    public static readonly Text SayOther = new("Something else", "Другое");
    public static readonly Text WordsForIt = new("Words of the document that say it", "Слова документа, которые это говорят");
    public static readonly Text WordsForItHint = new("Copy them out of the document. Empty where the source does not say it, or it can't be told.", "Скопируйте их из документа. Пусто, если в источнике этого нет или понять нельзя.");
    public static readonly Text AdjudicateNone = new("Nothing to say here: nobody disagrees.", "Решать нечего: разногласий нет.");
    public static readonly Text ToQueue = new("To the queue", "К очереди");
    public static readonly Text Stands = new("It stands: {0} = {1}", "Решено: {0} = {1}");
    public static readonly Text AdjudicatedBy = new("adjudicated by {0}", "решил арбитр {0}");

    // Queue
    public static readonly Text QueueLead = new("In which order to read. What you choose here is what Next follows at a document.", "В каком порядке читать. По выбранному здесь порядку ведёт кнопка «Дальше» у документа.");
    public static readonly Text QueueKinds = new("Orders", "Порядки");
    public static readonly Text QueueClaims = new("For the figures", "Для цифр");
    public static readonly Text QueueClaimsMeans = new("Codings on which the figures of the drafts depend; those that bring them furthest first.", "Разметка, от которой зависят цифры черновиков; сначала та, что продвинет их дальше всего.");
    public static readonly Text QueueUncertain = new("Uncertain first", "Сначала неуверенное");
    public static readonly Text QueueUncertainMeans = new("What the machine read and is unsure of, or what is unclear or disputed; documents with the most of it first.", "Где машина не уверена, а также неясное и спорное; сначала документы, где такого больше.");
    public static readonly Text QueueRandom = new("Random", "Случайно");
    public static readonly Text QueueRandomMeans = new("A random order. Its first documents are a fair sample of all, whatever was decided before.", "Случайный порядок. Первые документы в нём — честная выборка из всех, что бы ни решили раньше.");
    public static readonly Text QueueMine = new("Given to you", "Поручено вам");
    public static readonly Text QueueMineMeans = new("What an adjudicator or editor gave you to read.", "Что поручил вам прочесть арбитр или редактор.");
    public static readonly Text QueueDeferred = new("Put off", "Отложено");
    public static readonly Text QueueDeferredMeans = new("Documents that somebody put off, and why. Everybody sees them here.", "Документы, которые кто-то отложил, и почему. Их видят здесь все.");
    public static readonly Text QueueStale = new("Out of date", "Устаревшее");
    public static readonly Text QueueStaleMeans = new("Decisions made before the codebook changed. They are possible, not confirmed: look again and say it once more.", "Решения, принятые до того, как изменилась книга кодов. Они возможны, но не подтверждены: посмотрите и решите ещё раз.");
    public static readonly Text QueueOrphaned = new("Lost", "Потерянное");
    public static readonly Text QueueOrphanedMeans = new("Decisions whose document or place is not there any more as it was. They are kept and not counted, until somebody says where they belong.", "Решения, чей документ или место уже не такие, как были. Они хранятся, но не учитываются, пока кто-то не скажет, к чему они относятся.");
    public static readonly Text QueueDuplicates = new("Perhaps the same", "Возможные повторы");
    public static readonly Text QueueDuplicatesMeans = new("Pairs that may be one and the same thing, counted twice.", "Пары, которые могут быть одним и тем же, посчитанным дважды.");
    public static readonly Text QueueDisagreements = new("Disagreements", "Разногласия");
    public static readonly Text QueueDisagreementsMeans = new("Several people coded it, and it is not settled: they disagree, or had seen each other's coding.", "Размечали несколько человек, и это не решено: они разошлись или видели разметку друг друга.");
    public static readonly Text QueueEmpty = new("Nothing here now.", "Сейчас здесь ничего нет.");
    public static readonly CountedText InQueue = new("{0} in it", "{0} in it", "в нём {0}", "в нём {0}", "в нём {0}");
    public static readonly CountedText DoneOfThem = new("{0} coded by you", "{0} coded by you", "{0} размечен вами", "{0} размечены вами", "{0} размечено вами");
    public static readonly Text CodedByYou = new("coded by you", "размечено вами");
    public static readonly Text Seed = new("Seed", "Зерно");
    public static readonly Text Shuffle = new("Shuffle", "Перемешать");
    public static readonly Text SeedHint = new(
        "The same seed gives everybody the same order, so that others can repeat the sample. Say it in the article.",
        "Одно и то же зерно даёт всем один порядок, и выборку можно повторить. Назовите его в статье.");
    public static readonly Text GiveFirst = new("Give the first", "Поручить первые");
    public static readonly Text GiveTo = new("to", "кому");
    public static readonly Text Give = new("Give", "Поручить");
    public static readonly Text Nobody = new("nobody in particular", "никому отдельно");
    public static readonly Text Given = new("Given: {0} to {1}", "Поручено: {0}, кому: {1}");
    public static readonly Text GivenTo = new("given to {0}", "поручено: {0}");
    public static readonly Text PutOff = new("Put this off", "Отложить");
    public static readonly Text PutOffHint = new("It leaves everybody's queue, and waits under Put off.", "Уйдёт из очереди у всех и будет ждать в «Отложено».");
    public static readonly Text PutOffWhy = new("Why, for the others", "Почему — для остальных");
    public static readonly Text PutOffBy = new("put off by {0}", "отложил(а) {0}");
    public static readonly Text TakeUp = new("Take up again", "Вернуть в работу");
    public static readonly Text SkipUnit = new("Skip", "Пропустить");
    public static readonly Text SkipHint = new("Skip passes over it until you sign out.", "«Пропустить» — обойти его, пока вы не выйдете.");
    public static readonly Text EarlierOnes = new("Earlier ones", "Предыдущие");
    public static readonly Text LaterOnes = new("Later ones", "Следующие");
    public static readonly Text OnlyAdjudicators = new("Only an adjudicator or an editor says what stands.", "Решает, что верно, только арбитр или редактор.");
    public static readonly Text AdjudicateFirst = new("Look at the first", "Смотреть первое");
    public static readonly Text Coders = new("Coded by", "Размечали");
    public static readonly Text BelongsTo = new("Belongs to (id of a document)", "Относится к (номер документа)");
    public static readonly Text Attach = new("Attach", "Прикрепить");
    public static readonly Text Attached = new("Attached: {0}. It counts with the next update.", "Прикреплено: {0}. Учтётся при следующем обновлении.");
    public static readonly Text Same = new("The same", "Одно и то же");
    public static readonly Text Different = new("Different", "Разное");
    public static readonly Text Unsure = new("Can't be told", "Нельзя понять");
    public static readonly Text Judged = new("Saved: {0}. It counts with the next update.", "Сохранено: {0}. Учтётся при следующем обновлении.");
    public static readonly Text DifferIn = new("They differ in", "Отличаются в");
    public static readonly Text SameKey = new("the same key", "одинаковый ключ");
    public static readonly Text NotAgreed = new("people could not tell", "люди не смогли решить");
    public static readonly Text SameWords = new("words the same", "одинаковые слова");
    public static readonly Text SameValues = new("values the same, in two tables", "одинаковые значения в двух таблицах");
    public static readonly Text OtherKey = new("but another key", "но другой ключ");

    // Claims: drafts
    public static readonly Text ClaimsNeedFiles = new("Take files in first: figures rest on what was read.", "Сначала примите файлы: цифры опираются на прочитанное.");
    public static readonly Text ClaimsLeadAlone = new("A claim says what a figure counts. You can write one before there is a draft.", "Утверждение говорит, что именно считает цифра. Его можно написать и до черновика.");
    public static readonly Text AddDraft = new("Add a draft", "Добавить черновик");
    public static readonly Text NoDraftYet = new("There is no draft yet. Drop your article here: every figure in it will be found, and checked against what was read.", "Черновика пока нет. Перетащите сюда статью: каждая цифра в ней будет найдена и сверена с прочитанным.");
    public static readonly Text DropDraft = new("Drop a draft here", "Перетащите сюда черновик");
    public static readonly Text ChooseDraft = new("Choose a draft", "Выбрать черновик");
    public static readonly Text DraftForms = new("Word, Markdown, HTML or plain text. A new state takes the place of the old one, which is kept.", "Word, Markdown, HTML или простой текст. Новая редакция займёт место старой, старая сохранится.");
    public static readonly Text DraftTaken = new("Taken in: {0}", "Принят: {0}");
    public static readonly Text DraftReplaced = new("{0} took the place of the one before, which is kept in drafts/earlier", "{0} занял место прежнего; прежний лежит в drafts/earlier");
    public static readonly CountedText LinksCarried = new("{0} link that the new one had lost was put back", "{0} links that the new one had lost were put back", "возвращена {0} потерянная ссылка", "возвращены {0} потерянные ссылки", "возвращено {0} потерянных ссылок");
    public static readonly CountedText LinksLost = new("{0} link is not in the new one: look at its figure", "{0} links are not in the new one: look at their figures", "{0} ссылки в новом нет: проверьте её цифру", "{0} ссылок в новом нет: проверьте их цифры", "{0} ссылок в новом нет: проверьте их цифры");
    public static readonly Text LowToHigh = new("from – to", "от – до");
    public static readonly Text NoClaimBehind = new("Nothing stands behind this figure yet.", "За этой цифрой пока ничего не стоит.");
    public static readonly Text ClaimNamed = new("Its claim is called", "Её утверждение называется");
    public static readonly Text UnusedClaims = new("Claims that no draft uses", "Утверждения, которых нет в черновиках");
    public static readonly Text Later1 = new("Next", "Дальше");
    public static readonly Text OrAClaim = new("Or a claim that is there", "Или готовое утверждение");
    public static readonly Text PutBehind = new("Put it behind the figure", "Поставить за цифрой");
    public static readonly Text LinkByHand = new("Links can't be written into this form of draft. Set this one on the figure in your editor:", "В такой черновик ссылку вписать нельзя. Поставьте её на цифру в своём редакторе:");
    public static readonly Text ClaimSaved = new("Claim {0} is saved", "Утверждение {0} сохранено");
    public static readonly Text ClaimPut = new("Claim {0} stands behind the figure", "За цифрой стоит утверждение {0}");

    public static readonly Text OnlyEditor = new("Only an editor of the case can change this.", "Менять это может только редактор дела.");

    public static readonly Text BackToDraft = new("Back to the draft", "Назад к черновику");
    public static readonly Text RuleAtLeast = new("It holds when the low end is {0} or more, and fails when the high end is less.", "Держится, если нижний край не меньше {0}; не держится, если верхний край меньше.");
    public static readonly Text RuleMore = new("It holds when the low end is more than {0}, and fails when the high end is not.", "Держится, если нижний край больше {0}; не держится, если верхний край не больше.");
    public static readonly Text RuleAtMost = new("It holds when the high end is {0} or less and nothing is unread, and fails when the low end is more.", "Держится, если верхний край не больше {0} и непрочитанного нет; не держится, если нижний край больше.");
    public static readonly Text RuleLess = new("It holds when the high end is less than {0} and nothing is unread, and fails when the low end is not.", "Держится, если верхний край меньше {0} и непрочитанного нет; не держится, если нижний край не меньше.");
    public static readonly Text RuleExact = new("It holds when both ends are {0} and nothing is unread, and fails when {0} lies outside of them.", "Держится, если оба края равны {0} и непрочитанного нет; не держится, если {0} лежит вне краёв.");
    public static readonly Text RuleAbout = new("It holds when both ends lie near enough to {0}, and fails when all between them lies too far.", "Держится, если оба края достаточно близки к {0}; не держится, если всё между ними слишком далеко.");
    public static readonly Text RuleBetween = new("It holds when both ends lie from {0}, and fails when all between them lies outside.", "Держится, если оба края лежат в пределах {0}; не держится, если всё между ними вне этих пределов.");
    public static readonly Text RuleNow = new("Now it is {0}.", "Сейчас: {0}.");

    // Claims: writing one
    public static readonly Text ChooseValue = new("Choose a value for each condition.", "Выберите значение для каждого условия.");
    public static readonly Text WriteClaim = new("Write a claim", "Написать утверждение");
    public static readonly Text WhatIsCounted = new("What is counted", "Что считаем");
    public static readonly Text WhatIsTaken = new("What of it", "Что именно");
    public static readonly Text MeasureCount = new("how many", "сколько их");
    public static readonly Text MeasureShare = new("which share", "какая доля");
    public static readonly Text MeasureSum = new("amounts added", "сумма");
    public static readonly Text MeasureMin = new("the smallest amount", "наименьшее значение");
    public static readonly Text MeasureMax = new("the largest amount", "наибольшее значение");
    public static readonly Text MeasureFirst = new("the first day", "первый день");
    public static readonly Text MeasureLast = new("the last day", "последний день");
    public static readonly Text WhoseAmounts = new("Of which variable", "По какой переменной");
    public static readonly Text OfThose = new("Of those where", "Среди тех, где");
    public static readonly Text OfAll = new("Of all of them.", "Среди всех.");
    public static readonly Text Those = new("Only those where", "Только те, где");
    public static readonly Text AllOfThem = new("All of them are counted.", "Считаются все.");
    public static readonly Text AddCondition = new("Add a condition", "Добавить условие");
    public static readonly Text TakeAway = new("Take away: {0}", "Убрать: {0}");
    public static readonly Text HowAsked = new("How it is compared", "Как сравнивать");
    public static readonly Text ValueTo = new("Value, high end", "Значение, верхний край");
    public static readonly Text IsValue = new("is", "равно");
    public static readonly Text IsIn = new("in (year, month or day)", "в (год, месяц или день)");
    public static readonly Text IsSince = new("on or after", "не раньше");
    public static readonly Text IsUntil = new("on or before", "не позже");
    public static readonly Text IsAtLeast = new("at least", "не меньше");
    public static readonly Text IsAtMost = new("at most", "не больше");
    public static readonly Text IsBetween = new("between", "между");
    public static readonly Text HasWords = new("has the words", "содержит слова");
    public static readonly CountedText UnreadBeside = new("beside it {0} that nobody has read", "beside it {0} that nobody has read", "кроме того, {0}, что никто не читал", "кроме того, {0}, что никто не читал", "кроме того, {0}, что никто не читал");
    public static readonly Text AllRead = new("nothing unread", "непрочитанного нет");
    public static readonly Text EndsSame = new("Both ends are the same: people have settled all of it.", "Оба края совпали: всё решено людьми.");
    public static readonly Text EndsDiffer = new("From what people confirmed to what is possible. Confirming codings brings the ends together.", "От подтверждённого людьми до возможного. Чем больше подтверждено, тем ближе края.");
    public static readonly Text ItsSql = new("Its query (SQL)", "Запрос (SQL)");
    public static readonly Text SqlOf = new("of", "от");
    public static readonly Text ClaimId = new("What the claim is called", "Как назвать утверждение");
    public static readonly Text ClaimIdHint = new("Latin letters, digits and hyphens. Drafts link to it by this name.", "Латинские буквы, цифры и дефисы. По этому имени на него ссылаются черновики.");
    public static readonly Text CalledInDraft = new("What a draft may call them", "Как они могут называться в тексте");
    public static readonly Text CalledInDraftHint = new("With commas between. The check looks whether the noun beside the figure is one of these.", "Через запятую. Проверка смотрит, это ли слово стоит рядом с цифрой.");
    public static readonly Text AcceptUnread = new("Accept what nobody has read (every report says so)", "Принять непрочитанное (об этом скажет каждый отчёт)");
    public static readonly Text SaveClaim = new("Save the claim", "Сохранить утверждение");
    public static readonly Text SaveClaimFor = new("Save, and put it behind “{0}”", "Сохранить и поставить за «{0}»");

    // Claims: suggestions
    public static readonly Text WhatCouldItBe = new("What could it rest on?", "На чём она могла бы стоять?");
    public static readonly Text Searching = new("Searching through the counts of the case …", "Перебираю подсчёты по делу …");
    public static readonly Text SearchedCounts = new("{0} counts were searched, {1} give this figure; by chance it would be about {2}. A count that fits is no proof that it is the right one.", "Перебрано подсчётов: {0}, подходят {1}; случайно подошло бы около {2}. Совпадение числа ещё не значит, что подсчёт верный.");
    public static readonly Text NothingFits = new("Nothing fits by value and words.", "Ничего не подходит и по числу, и по словам.");
    public static readonly Text IsClaim = new("claim {0}", "утверждение {0}");
    public static readonly Text IsCount = new("no claim yet", "утверждения ещё нет");
    public static readonly Text TakeThis = new("Take this one", "Взять это");
    public static readonly Text SaveMarked = new("Save, and put it behind", "Сохранить и поставить");
    public static readonly Text MarkedHint = new("It is marked as found by its value until a person confirms it.", "Будет помечено как найденное по числу, пока человек не подтвердит.");
    public static readonly Text WordsFitOthers = new("Its words fit these, their value does not", "По словам подходят эти, по числу — нет");
    public static readonly Text FoundByValue = new("This claim was found by its value: {0} counts were searched, {1} gave it. Nobody has confirmed yet that it is the right one.", "Это утверждение найдено по числу: перебрано {0}, подошло {1}. Никто ещё не подтвердил, что оно верное.");

    // Claims: checks inside a draft
    public static readonly Text LookAgain = new("Look again", "Проверить ещё раз");
    public static readonly Text LookAgainLead = new("Places of the drafts that may not go together. None of this is said to be wrong.", "Места черновиков, которые могут не сходиться. Это не значит, что здесь ошибка.");
    public static readonly Text CheckWord = new("check", "проверить");

    // Claims: signing
    public static readonly Text SignTitle = new("Sign", "Подписать");
    public static readonly Text SignLead = new("Keeps the drafts, and all that their figures rest on, as they go to print. Later it tells what has changed since.", "Сохраняет черновики и всё, на чём стоят их цифры, такими, какими они идут в печать. Потом скажет, что с тех пор изменилось.");
    public static readonly Text WhichDrafts = new("Which drafts", "Какие черновики");
    public static readonly Text SignName = new("A name for the signature (may be empty)", "Имя подписи (можно не заполнять)");
    public static readonly Text Sign = new("Sign", "Подписать");
    public static readonly Text SignOpen = new("Though figures are open, fail, or have no claim: the signature says so", "Хотя есть открытые, неверные или цифры без опоры: в подписи это останется");
    public static readonly Text NotAllHold = new("Not every figure holds, so nothing was signed. Settle what is open, or sign it as it is with the box above.", "Держатся не все цифры, поэтому ничего не подписано. Закройте открытые или подпишите как есть — галочка выше.");
    public static readonly Text SignedNow = new("Signed: {0}", "Подписано: {0}");
    public static readonly Text Signatures = new("Signatures", "Подписи");
    public static readonly Text NothingSigned = new("Nothing has been signed yet.", "Пока ничего не подписано.");
    public static readonly Text SinceThen = new("What changed since", "Что изменилось с тех пор");
    public static readonly Text CorrectionsNeeded = new("What needs a correction", "Что нужно исправить");
    public static readonly CountedText AllAsSigned = new("{0} figure stands as it was signed", "{0} figures stand as they were signed", "{0} цифра стоит, как была подписана", "{0} цифры стоят, как были подписаны", "{0} цифр стоят, как были подписаны");
    public static readonly Text NoCorrections = new("No sentence needs a correction", "Ни одно предложение не нужно исправлять");
    public static readonly Text WasNotThere = new("not there", "нет");
    public static readonly Text SinceBroken = new("no longer holds", "больше не держится");
    public static readonly Text Mended = new("holds now", "теперь держится");
    public static readonly Text NewFigure = new("new", "новая");
    public static readonly Text GoneFigure = new("gone", "исчезла");
    public static readonly Text MovedFigure = new("moved", "сдвинулась");

    // Search: a rule
    public static readonly Text SaveAsRule = new("Save as a rule", "Сохранить как правило");
    public static readonly Text RuleLead = new("Every text that this search finds is then coded by the machine with the value that you choose. People still confirm it.", "Каждый текст, который находит этот поиск, машина разметит выбранным значением. Подтверждают его по-прежнему люди.");
    public static readonly Text RuleCodebook = new("Codebook", "Книга кодов");
    public static readonly Text RuleValue = new("Means the value", "Значит");
    public static readonly Text RuleSection = new("Only in the section", "Только в разделе");
    public static readonly Text Anywhere = new("anywhere", "везде");
    public static readonly Text RuleOrder = new("Among the variable's other rules", "Среди других правил переменной");
    public static readonly Text RuleLast = new("last: only where the others find nothing", "последним: только где другие ничего не нашли");
    public static readonly Text RuleFirst = new("first: it overrides the others", "первым: важнее остальных");
    public static readonly Text WhatWouldChange = new("See what it would change", "Посмотреть, что изменится");
    public static readonly Text RuleWorking = new("Coding the case apart with the new rule …", "Размечаю копию дела с новым правилом …");
    public static readonly CountedText RuleUnitsChange = new("{0} unit gets another value", "{0} units get another value", "у {0} единицы сменится значение", "у {0} единиц сменится значение", "у {0} единиц сменится значение");
    public static readonly Text NoUnitChanges = new("No unit gets another value.", "Ни у одной единицы значение не сменится.");
    public static readonly Text Before = new("Before", "Было");
    public static readonly Text After = new("After", "Станет");
    public static readonly Text Such = new("Such as", "Например");
    public static readonly CountedText FiguresMove = new("{0} figure moves", "{0} figures move", "сдвинется {0} цифра", "сдвинутся {0} цифры", "сдвинется {0} цифр");
    public static readonly Text RuleNoFigureMoves = new("No figure moves.", "Ни одна цифра не сдвинется.");
    public static readonly CountedText RuleDecisionsAgain = new("{0} decision must be looked at again", "{0} decisions must be looked at again", "{0} решение придётся пересмотреть", "{0} решения придётся пересмотреть", "{0} решений придётся пересмотреть");
    public static readonly Text RuleDecisionsStand = new("All decisions of people stand.", "Все решения людей остаются в силе.");
    public static readonly Text SaveRule = new("Save the rule", "Сохранить правило");
    public static readonly Text RuleSaved = new("The rule is saved. It takes effect with the next update.", "Правило сохранено. Оно начнёт действовать после обновления.");
    public static readonly Text NoTextCodebook = new("No codebook of texts has a variable with listed values.", "Ни в одной книге кодов для текстов нет переменной со списком значений.");

    // Investigation: charts
    public static readonly Text Charts = new("At a glance", "Одним взглядом");
    public static readonly Text AsTable = new("As a table", "Таблицей");
    public static readonly Text Total = new("All", "Всего");
    public static readonly Text ByMachine = new("by the machine", "машиной");
    public static readonly Text ByMonth = new("by month", "по месяцам");
    public static readonly Text ByYear = new("by year", "по годам");
    // Work in the background, and figures that it would move
    public static readonly Text StageVerify = new("Checking files", "Проверяю файлы");
    public static readonly Text JobStopped = new("Stopped. Nothing was changed.", "Остановлено. Ничего не изменено.");
    public static readonly Text NoFigureMoves = new("No figure moves.", "Ни одна цифра не сдвинется.");
    public static readonly Text FiguresThatMove = new("Figures that move", "Цифры, которые сдвинутся");
    public static readonly Text Figure = new("Figure", "Цифра");
    public static readonly Text Now = new("Now", "Сейчас");
    public static readonly Text Then = new("Then", "Станет");
    public static readonly Text Breaks = new("Breaks", "Рушится");
    public static readonly Text NotThere = new("not there", "её нет");
    public static readonly CountedText NotReadYet = new("{0} unread", "{0} unread", "{0} не прочитано", "{0} не прочитано", "{0} не прочитано");

    // Sources
    public static readonly Text SourcesTitle = new("Sources", "Источники");
    public static readonly Text SourcesLead = new(
        "Who gave you what, and on which terms. A source can be withdrawn at any time: you see first which figures would not stand without it.",
        "Кто что вам передал и на каких условиях. Источник можно отозвать в любой момент: сначала вы увидите, какие цифры без него не устоят.");
    public static readonly Text ShowNames = new("Show names that are not to be shown", "Показать имена, которые нельзя показывать");
    public static readonly Text ShowNamesHint = new("Look around you first. They are hidden again when you leave the page.", "Сначала посмотрите, нет ли кого рядом. Когда вы уйдёте со страницы, имена снова скроются.");
    public static readonly Text NoSources = new("Nobody is named as a source yet. Say from whom when you take files in, or add a source here.", "Источники пока не названы. Укажите, от кого файлы, когда принимаете их, или добавьте источник здесь.");
    public static readonly Text SourceName = new("Source", "Источник");
    public static readonly Text SourceTerms = new("Terms", "Условия");
    public static readonly Text RestingClaims = new("Claims", "Цифры");
    public static readonly Text IsWithdrawn = new("withdrawn", "отозван");
    public static readonly Text AddSource = new("Add a source", "Добавить источник");
    public static readonly CountedText UnnamedDocuments = new(
        "{0} document of which nobody said who gave it", "{0} documents of which nobody said who gave them",
        "{0} документ, про который не сказано, от кого он", "{0} документа, про которые не сказано, от кого они", "{0} документов, про которые не сказано, от кого они");
    public static readonly Text UnnamedHint = new("Add a source, and name its files there.", "Добавьте источник и перечислите в нём эти файлы.");
    public static readonly Text WithdrawnDocuments = new("Documents that were withdrawn themselves", "Документы, отозванные по отдельности");
    public static readonly Text BringBack = new("Bring back", "Вернуть");
    public static readonly Text BringBackTitle = new("Bring back: {0}", "Вернуть: {0}");
    public static readonly Text BringBackLead = new("Its documents, units and decisions count again.", "Его документы, единицы и решения снова будут учитываться.");
    public static readonly Text WithdrawTitle = new("Withdraw: {0}", "Отозвать: {0}");
    public static readonly Text WithdrawLead = new(
        "Nothing is deleted: what was given stays in the archive and is counted nowhere, until it is brought back.",
        "Ничего не удаляется: переданное остаётся в архиве и нигде не учитывается, пока его не вернут.");
    public static readonly Text Withdraw = new("Withdraw", "Отозвать");
    public static readonly Text WithdrawSource = new("Withdraw this source …", "Отозвать этот источник …");
    public static readonly Text Reason = new("Why", "Почему");
    public static readonly Text ReasonHint = new("Stays in the journal. Don't write a name.", "Останется в журнале. Не пишите имён.");
    public static readonly Text SeeChanges = new("See what would change", "Посмотреть, что изменится");
    public static readonly Text DocumentsGone = new("documents go", "документов уйдёт");
    public static readonly Text DocumentsBack = new("documents come back", "документов вернётся");
    public static readonly Text DecisionsAside = new("decisions set aside", "решений отложено");
    public static readonly Text DecisionsBack = new("decisions come back", "решений вернётся");
    public static readonly CountedText StayingDocuments = new(
        "{0} document came also from elsewhere and stays.", "{0} documents came also from elsewhere and stay.",
        "{0} документ пришёл и от других и остаётся.", "{0} документа пришли и от других и остаются.", "{0} документов пришли и от других и остаются.");
    public static readonly Text NotComparable = new("The case has no codebook, so no figure was looked at.", "В деле нет книги кодов, поэтому цифры не проверялись.");
    public static readonly Text NothingDoneYet = new("Nothing has been done yet.", "Пока ничего не сделано.");
    public static readonly Text WasWithdrawn = new("Withdrawn: {0}. It is counted no more after the next update.", "Отозвано: {0}. После обновления учитываться не будет.");
    public static readonly Text BroughtBack = new("Brought back: {0}. It counts again after the next update.", "Возвращено: {0}. После обновления снова будет учитываться.");
    public static readonly Text WithdrawnBecause = new("Withdrawn: {0}", "Отозван: {0}");
    public static readonly CountedText SetAside = new("{0} decision is set aside.", "{0} decisions are set aside.", "Отложено {0} решение.", "Отложено {0} решения.", "Отложено {0} решений.");
    public static readonly Text RealName = new("Real name: {0}", "Настоящее имя: {0}");
    public static readonly Text ClaimsRest = new("Figures that rest on it:", "На нём стоят цифры:");
    public static readonly Text ChangeTerms = new("What was agreed", "О чём договорились");
    public static readonly Text SourceId = new("A word for the source", "Условное имя источника");
    public static readonly Text SourceIdHint = new("The word that you give when you take its files in. Don't use the real name.", "Его вы указываете, когда принимаете файлы этого источника. Не пишите настоящее имя.");
    public static readonly Text SourcePseudonym = new("Pseudonym, where it may be shown", "Псевдоним — так он называется там, где его можно показать");
    public static readonly Text SourceKind = new("It is", "Это");
    public static readonly Text KindPerson = new("a person", "человек");
    public static readonly Text KindBody = new("a body, such as a registry", "организация, например реестр");
    public static readonly Text OnRecord = new("on record", "открыто");
    public static readonly Text OnRecordHint = new("may be named and quoted", "можно называть и цитировать");
    public static readonly Text OnBackground = new("background", "без имени");
    public static readonly Text OnBackgroundHint = new("may be quoted, never named", "можно цитировать, нельзя называть");
    public static readonly Text NotForPublication = new("not for publication", "не для печати");
    public static readonly Text NotForPublicationHint = new("backs figures, is never shown", "подтверждает цифры, никогда не показывается");
    public static readonly Text UntilDay = new("until {0}", "до {0} включительно");
    public static readonly Text SinceDay = new("since {0}", "с {0}");
    public static readonly Text NotListed = new("nothing agreed: taken as on record", "не оговорено: считается открытым");
    public static readonly Text TermsUntil = new("Last day on which this holds", "Последний день, когда это действует");
    public static readonly Text TermsUntilHint = new("Empty: always. An embargo ends after its day.", "Пусто — всегда. Эмбарго кончается после этого дня.");
    public static readonly Text TermsThen = new("After that day", "После этого дня");
    public static readonly Text SourceDocuments = new("Documents that are its too", "Другие документы этого источника");
    public static readonly Text SourceDocumentsHint = new(
        "Beside those that came in with its word: file names, with * for any letters, or document ids; one a line.",
        "Кроме тех, что приняты от него: имена файлов (* — любые буквы) или номера документов, по одному в строке.");
    public static readonly Text ChooseSource = new("Choose a source to see its documents and what rests on it.", "Выберите источник, чтобы увидеть его документы и что на нём стоит.");
    public static readonly Text SourceSaved = new("Saved.", "Сохранено.");
    public static readonly Text NoPseudonym = new("source {0}, without a pseudonym", "источник {0}, без псевдонима");
    public static readonly Text AlsoFromOthers = new("others gave it too", "есть и от других");

    public static readonly Text EditorsWithdraw = new("Editors of the case withdraw sources.", "Отозвать источник может только редактор дела.");

    // Journal
    public static readonly Text JournalLead = new(
        "Who did what, and when. Entries are only ever added; each holds the one before, so that nobody can change what happened without it showing.",
        "Кто что сделал и когда. Записи только добавляются, и каждая держит предыдущую: изменить прошлое незаметно нельзя.");
    public static readonly Text VerifyTitle = new("Is everything as it was written?", "Всё ли так, как было записано?");
    public static readonly Text VerifyLead = new("Looks at every entry and every file of the archive. You can go on working meanwhile.", "Проверяет каждую запись и каждый файл архива. Работать при этом можно.");
    public static readonly Text Verify = new("Verify", "Проверить");
    public static readonly Text Intact = new("Intact.", "Всё цело.");
    public static readonly Text Broken = new("Broken.", "Повреждено.");
    public static readonly Text BrokenMore = new("Something is not as it was written. Don't go on with this copy: compare it with another.", "Что-то не так, как было записано. Не продолжайте с этой копией: сравните её с другой.");
    public static readonly Text Verified = new("{0} entries and {1} files were looked at.", "Проверено записей: {0}, файлов: {1}.");
    public static readonly Text ErasedSaid = new("Erased, each by an entry that says so: contents of {0} entries, {1} documents.", "Стёрто, и об этом есть запись: содержимое записей — {0}, документов — {1}.");
    public static readonly Text VerifyLimits = new("Entries cut off at the very end can only be seen by heads kept elsewhere: plumb log --heads, plumb verify --heads.", "Записи, отрезанные в самом конце, видны только по сохранённым отдельно отметкам: plumb log --heads, plumb verify --heads.");
    public static readonly Text LogWho = new("Who", "Кто");
    public static readonly Text LogWhat = new("What", "Что");
    public static readonly Text LogWhen = new("When", "Когда");
    public static readonly Text Everybody = new("everybody", "все");
    public static readonly Text Everything = new("everything", "всё");
    public static readonly Text FromDay = new("From", "С дня");
    public static readonly Text ToDay = new("To", "По день");
    public static readonly Text LogUnit = new("Unit", "Единица");
    public static readonly Text Filter = new("Show", "Показать");
    public static readonly Text ShowAll = new("All", "Все");
    public static readonly CountedText LogEntries = new("{0} entry", "{0} entries", "{0} запись", "{0} записи", "{0} записей");
    public static readonly Text NoEntries = new("No entry fits. Take a filter out.", "Таких записей нет. Уберите какое-нибудь условие.");
    public static readonly Text AtComputerOf = new("at the computer of {0}", "за компьютером: {0}");
    public static readonly Text ReadUnit = new("Read unit {0}", "Читать единицу {0}");
    public static readonly Text Newer = new("Newer", "Новее");
    public static readonly Text Older = new("Older", "Старше");
    public static readonly Text LogPage = new("page {0} of {1}", "стр. {0} из {1}");
    public static readonly Text LogNoContent = new("its content is not here: erased, or left out of a hand-out", "содержимого здесь нет: стёрто или не вошло в выданную копию");
    public static readonly Text LogDevice = new("a computer joined the case", "к делу присоединён компьютер");
    public static readonly Text LogCreated = new("the case was made", "создано дело");
    public static readonly Text LogIngest = new("files taken in", "приняты файлы");
    public static readonly Text LogErased = new("content of an entry erased", "стёрто содержимое записи");
    public static readonly Text LogDocumentErased = new("document erased", "стёрт документ");
    public static readonly Text LogMerged = new("united with another copy", "объединено с другой копией");
    public static readonly Text LogSignature = new("draft signed", "подписан черновик");
    public static readonly Text LogWithdrawal = new("withdrawn", "отозвано");
    public static readonly Text LogReinstatement = new("brought back", "возвращено");
    public static readonly Text LogHandOut = new("handed out to coders", "выдано разметчикам");
    public static readonly Text LogCoding = new("value decided", "принято решение");
    public static readonly Text LogAdjudication = new("dispute decided", "разрешён спор");
    public static readonly Text LogUndo = new("decision taken back", "решение отменено");
    public static readonly Text LogAttach = new("decision moved to its unit", "решение отнесено к единице");
    public static readonly Text LogJudgement = new("units compared", "сравнены единицы");
    public static readonly Text LogCarry = new("decisions kept under a new definition", "решения оставлены при новом определении");
    public static readonly Text LogTook = new("took in {0}", "принято: {0}");
    public static readonly Text LogTookFrom = new("took in {0} from {1}", "принято: {0}, от: {1}");
    public static readonly Text LogOnBackground = new("a source on background", "источник без имени");
    public static readonly Text LogConfidential = new("a source not for publication", "источник не для печати");
    public static readonly Text LogWithdrew = new("withdrew {0}", "отозвано: {0}");
    public static readonly Text LogReinstated = new("brought back what entry {0} withdrew", "возвращено то, что отозвала запись {0}");
    public static readonly Text LogErasedOne = new("erased the content of entry {0}", "стёрто содержимое записи {0}");
    public static readonly Text LogErasedDocument = new("erased document {0}", "стёрт документ {0}");
    public static readonly Text LogSigned = new("signed {0} as {2}, {1}", "подписано: {0} ({2}), {1}");
    public static readonly CountedText LogClaims = new("{0} claim", "{0} claims", "{0} цифра", "{0} цифры", "{0} цифр");
    public static readonly Text LogHandedOut = new("made a copy for {0} with {1}", "сделана копия для {0}, в ней {1}");
    public static readonly Text LogCoded = new("{0} is {1}, in {2}", "{0} — {1}, в {2}");
    public static readonly Text LogAdjudicated = new("{0} stands as {1}, in {2}", "окончательно: {0} — {1}, в {2}");
    public static readonly Text LogUndid = new("took back decision {0}", "отменено решение {0}");
    public static readonly Text LogAttached = new("decision {0} belongs to {1}", "решение {0} относится к {1}");
    public static readonly Text LogSame = new("{0}: {1} and {2} are the same", "{0}: {1} и {2} — одно и то же");
    public static readonly Text LogDifferent = new("{0}: {1} and {2} are not the same", "{0}: {1} и {2} — разное");
    public static readonly Text LogUnsure = new("{0}: it can't be told whether {1} and {2} are the same", "{0}: нельзя сказать, одно ли и то же {1} и {2}");
    public static readonly Text LogCarried = new("decisions on {0} stand under its new definition", "решения по {0} остаются и при новом определении");

    // Codebook
    public static readonly Text CodebookLead = new(
        "What is asked of every document, and how it is decided. People read the instructions; the machine reads the rules.",
        "Какие вопросы задают каждому документу и как на них отвечают. Люди читают указания, машина — правила.");
    public static readonly Text NoCodebooks = new("The case has no codebook. Put one into its folder codebooks: docs/codebooks.md shows how.", "В деле нет книги кодов. Положите её в папку codebooks; как она пишется, показано в docs/codebooks.md.");
    public static readonly Text EditCodebook = new("Edit", "Править");
    public static readonly Text CloseEditor = new("Close", "Закрыть");
    public static readonly Text Discard = new("Discard what I wrote", "Отменить мои правки");
    public static readonly Text YamlHint = new("Nothing changes until you save. Tab leaves the field.", "До сохранения ничего не меняется. Tab выводит из поля.");
    public static readonly Text CodebookFindings = new("What is found in it", "Что в ней найдено");
    public static readonly Text CodebookFaulty = new("It can't be read like this.", "Так её прочитать нельзя.");
    public static readonly Text CodebookRight = new("It can be read.", "Читается.");
    public static readonly CountedText ExamplesRun = new("{0} example was run.", "{0} examples were run.", "Проверен {0} пример.", "Проверены {0} примера.", "Проверено {0} примеров.");
    public static readonly Text Line = new("line {0}", "строка {0}");
    public static readonly Text ChangesHere = new("What you changed", "Что вы изменили");
    public static readonly Text CutsOtherwise = new("Units may become others: documents, sections, split or key changed.", "Единицы могут стать другими: изменились документы, разделы, разбивка или ключ.");
    public static readonly Text NoVariableChanges = new("no variable", "ни одной переменной");
    public static readonly CountedText DecisionsStale = new(
        "{0} decision must be looked at again", "{0} decisions must be looked at again",
        "{0} решение придётся пересмотреть", "{0} решения придётся пересмотреть", "{0} решений придётся пересмотреть");
    public static readonly Text DecisionsStand = new("All decisions stand.", "Все решения остаются в силе.");
    public static readonly Text VariableAdded = new("new", "новая");
    public static readonly Text VariableRemoved = new("gone", "исчезает");
    public static readonly Text VariableDefinition = new("another definition", "другое определение");
    public static readonly Text VariableRules = new("other rules", "другие правила");
    public static readonly Text VariableNone = new("not changed itself", "сама не изменилась");
    public static readonly Text PreviewTitle = new("What a rule finds now", "Что правило находит сейчас");
    public static readonly Text Rule = new("Rule", "Правило");
    public static readonly Text WouldChange = new("What would change", "Что изменится");
    public static readonly Text DecisionsAgain = new("decisions to look at again", "решений пересмотреть");
    public static readonly CountedText UnitsChange = new("{0} unit changes", "{0} units change", "изменится {0} единица", "изменятся {0} единицы", "изменится {0} единиц");
    public static readonly Text CodebookSaved = new("Saved: {0}. The next update reads by it.", "Сохранено: {0}. Следующее обновление будет читать по этой книге.");
    public static readonly Text UnitIsRow = new("A unit is a row of a table.", "Единица — строка таблицы.");
    public static readonly Text UnitIsPart = new("A unit is a part of a document.", "Единица — часть документа.");
    public static readonly Text UnitIsDocument = new("A unit is a whole document.", "Единица — документ целиком.");
    public static readonly Text KeyIs = new("Documents with the same {0} are one unit.", "Документы, где совпадает {0}, — одна единица.");
    public static readonly Text VariablesAndRules = new("Variables: {0}, rules: {1}", "Переменных: {0}, правил: {1}");
    public static readonly Text Several = new("several values", "несколько значений");
    public static readonly Text IsIdentity = new("names a person, stays here", "называет человека, наружу не выходит");
    public static readonly Text OnlyIf = new("Only if {0}", "Только если {0}");
    public static readonly Text SilenceMeans = new("Where nothing is said of it: {0}", "Если об этом ничего не сказано: {0}");
    public static readonly Text FromColumn = new("Out of the column {0}", "Из столбца {0}");
    public static readonly CountedText RulesOf = new("{0} rule", "{0} rules", "{0} правило", "{0} правила", "{0} правил");
    public static readonly Text Reads = new("reads: {0}", "читает: {0}");
    public static readonly Text Unless = new("unless", "кроме случаев, когда");
    public static readonly Text InSection = new("in section {0}", "в разделе {0}");
    public static readonly Text TypeText = new("text", "текст");
    public static readonly Text TypeInteger = new("whole number", "целое число");
    public static readonly Text TypeNumber = new("number", "число");
    public static readonly Text TypeMoney = new("amount", "сумма");
    public static readonly Text TypeDate = new("date", "дата");
    public static readonly Text TypeDuration = new("length of time", "длительность");
    public static readonly Text TypeCategory = new("one of these", "одно из этих");
    public static readonly Text TypeYesNo = new("yes or no", "да или нет");
    public static readonly Text TypeEntity = new("name", "имя или название");

    // Timeline
    public static readonly Text TimelineLead = new(
        "Units by day, with days off marked. What has no day is counted beside it, never left out.",
        "Единицы по дням; выходные и праздники отмечены. То, у чего дня нет, посчитано отдельно и не потеряно.");
    public static readonly Text NoDates = new("No codebook of the case has a variable that is a date. Add one to see units by day.", "Ни в одной книге кодов нет переменной-даты. Добавьте её, чтобы видеть единицы по дням.");
    public static readonly Text NoDays = new("No unit has a day yet.", "Пока ни у одной единицы нет дня.");
    public static readonly Text ByDate = new("By which date", "По какой дате");
    public static readonly Text Year = new("Year", "Год");
    public static readonly Text Month = new("Month", "Месяц");
    public static readonly Text Day = new("Day", "День");
    public static readonly Text WithDay = new("with a day", "с днём");
    public static readonly Text WithoutDay = new("only a month, a year or a range", "только месяц, год или промежуток");
    public static readonly Text WithoutDate = new("without a date", "без даты");
    public static readonly Text AllUnits = new("all", "всего");
    public static readonly Text ReadByMachine = new("read by the machine", "прочитано машиной");
    public static readonly Text DaysOff = new("weekends and public holidays", "выходные и праздники");
    public static readonly Text Holiday = new("Public holiday", "Праздник");
    public static readonly Text Workday = new("worked", "рабочий день");
    public static readonly Text UnitsByDay = new("Units by day, {0} {1}", "Единицы по дням, {0} {1}");
    public static readonly Text ChooseDay = new("Choose a day to see its units.", "Выберите день, чтобы увидеть его единицы.");
    public static readonly Text NoCountry = new("Public holidays of a country are marked when case.yaml says which: holidays: ru.", "Праздники страны отмечаются, если она указана в case.yaml: holidays: ru.");
    public static readonly Text Months = new(
        "January,February,March,April,May,June,July,August,September,October,November,December",
        "Январь,Февраль,Март,Апрель,Май,Июнь,Июль,Август,Сентябрь,Октябрь,Ноябрь,Декабрь");
    public static readonly Text Weekdays = new("Sun,Mon,Tue,Wed,Thu,Fri,Sat", "вс,пн,вт,ср,чт,пт,сб");

    // Entry
    public static readonly Text EntryTitle = new("Enter what no document tells", "Записать то, чего нет в документах");
    public static readonly Text EntryLead = new(
        "An incident told by phone, an interview, something seen. It becomes a record in the archive, with each answer as your coding.",
        "Случай, рассказанный по телефону, интервью, увиденное своими глазами. Это станет записью в архиве, а каждый ответ — вашей разметкой.");
    public static readonly Text NoEntryKinds = new("The case has no codebook to make a form from.", "В деле нет книги кодов, по которой можно сделать форму.");
    public static readonly Text CodersEnter = new("Coders of the case enter units.", "Записывать могут разметчики дела.");
    public static readonly Text EntryKind = new("What is it?", "Что это?");
    public static readonly Text HowItCame = new("How it came to you", "Как вы это узнали");
    public static readonly Text EntryHow = new("By what way", "Каким способом");
    public static readonly Text ByPhone = new("by phone", "по телефону");
    public static readonly Text InPerson = new("in person", "лично");
    public static readonly Text ByMessage = new("by message", "в переписке");
    public static readonly Text SeenMyself = new("seen myself", "своими глазами");
    public static readonly Text ToldOn = new("Day on which it was told", "День, когда рассказали");
    public static readonly Text EntrySource = new("Who told it", "Кто рассказал");
    public static readonly Text EntrySourceHint = new("The word of a source; terms agreed with it hold here too. Empty: you saw it. Don't use a real name.", "Условное имя источника: его условия действуют и здесь. Пусто — вы видели сами. Не пишите настоящее имя.");
    public static readonly Text WhatWasTold = new("What was told", "Что рассказали");
    public static readonly Text WhatWasToldHint = new("In the words that were used, as far as you can. It can be searched.", "По возможности теми же словами. По этому тексту можно искать.");
    public static readonly Text Attachments = new("Files that belong to it", "Файлы к этой записи");
    public static readonly Text TheRecord = new("The record", "Сама запись");
    public static readonly Text NoTextInIt = new("No text was read in this file, or it was withdrawn. It is in the archive of the case as {0}.", "Текста в этом файле не нашлось, или файл отозван. В архиве дела он лежит под именем {0}.");
    public static readonly Text OnlyBeginning = new("This is its beginning; the rest is found by a search.", "Это начало; остальное найдёт поиск.");
    public static readonly Text Remove = new("Take out", "Убрать");
    public static readonly Text Detach = new("Take out {0}", "Убрать {0}");
    public static readonly Text EmptyIsUnsaid = new("What you leave empty counts as not said by anybody.", "Если поле пустое, считается, что об этом никто не сказал.");
    public static readonly Text WhatIsKnown = new("What is known: {0}", "Что известно: {0}");
    public static readonly Text Unsaid = new("nothing said of it", "ничего не сказано");
    public static readonly Text SaveEntry = new("Enter it", "Записать");
    public static readonly Text ClearForm = new("Clear the form", "Очистить форму");
    public static readonly Text EntrySaved = new("Entered: {0} values, {1} files. It is a unit after the next update.", "Записано: значений — {0}, файлов — {1}. После обновления это станет единицей.");
    public static readonly Text EntryStale = new("What you entered counts after an update.", "Записанное учитывается после обновления.");
    public static readonly Text ReadEntry = new("Read it", "Прочитать");
    public static readonly Text FormDate = new("2016-06-10, 2016-06 or 2016", "2016-06-10, 2016-06 или 2016");
    public static readonly Text FormMoney = new("5000 RUB", "5000 RUB (код валюты)");
    public static readonly Text FormDuration = new("P3D for three days, PT2H30M for two and a half hours", "P3D — три дня, PT2H30M — два с половиной часа");
    public static readonly Text FormInteger = new("a whole number", "целое число");
    public static readonly Text FormNumber = new("a number, such as 2.5", "число, например 2.5");
    public static readonly Text FormText = new("in words", "словами");
    public static readonly Text OneALine = new("One a line.", "По одному в строке.");
}
