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
    public static readonly Text Fault = new("Something went wrong here", "Здесь что-то сломалось");
    public static readonly Text FaultMore = new("Nothing that was saved is lost. Load the page again.", "Сохранённое не потеряно. Загрузите страницу заново.");
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
        "Plumbline ведёт нить от каждой цифры в тексте к предложению, на котором она стоит. Всё остаётся на этом компьютере.");
    public static readonly Text NewCase = new("A new case", "Новое дело");
    public static readonly Text CaseName = new("Name", "Название");
    public static readonly Text CaseNameHint = new("Makes a folder of this name in {0}", "Создаст папку с этим именем в {0}");
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
    public static readonly Text NothingYet = new("Nothing has come in yet.", "Пока ничего не пришло.");
    public static readonly CountedText Documents = new("{0} document", "{0} documents", "{0} документ", "{0} документа", "{0} документов");
    public static readonly Text WithText = new("read as text", "прочитано как текст");
    public static readonly Text WithRows = new("read as a table", "прочитано как таблица");
    public static readonly Text NotReadTitle = new("Remarks on the reading", "Замечания о чтении");
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
    public static readonly Text HowFar = new("How far the work is", "Как далеко работа");
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
    public static readonly Text SearchLead = new("Words, \"a phrase\", AND OR NOT, near w/5, beginnings with *", "Слова, \"фраза\", AND OR NOT, рядом w/5, начало слова со *");
    public static readonly Text SearchFor = new("Search the texts", "Искать в текстах");
    public static readonly CountedText Texts = new("{0} text", "{0} texts", "{0} текст", "{0} текста", "{0} текстов");
    public static readonly CountedText Hits = new("{0} hit", "{0} hits", "{0} попадание", "{0} попадания", "{0} попаданий");
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
    public static readonly Text WordsTitle = new("Choose the words that say it", "Выберите слова, которые это говорят");
    public static readonly Text WordsHint = new("Select with the mouse, or with Shift and the arrows, and press Enter. Escape goes back.", "Выделите мышью или стрелками с Shift и нажмите Enter. Escape — назад.");
    public static readonly Text UseWords = new("Use these words", "Взять эти слова");
    public static readonly Text WordsChosen = new("Words: “{0}”", "Слова: «{0}»");
    public static readonly Text ValueOf = new("Value of {0}", "Значение: {0}");
    public static readonly Text ReadWhole = new("I have read all of it", "Прочитано целиком");
    public static readonly Text ReadWholeHint = new("Needed before you can say that something is not there.", "Нужно, прежде чем сказать, что чего-то в тексте нет.");
    public static readonly Text Saved = new("Saved: {0} = {1}", "Сохранено: {0} = {1}");
    public static readonly Text Undone = new("Taken back: {0}", "Отменено: {0}");
    public static readonly Text NothingToAccept = new("There is no value to accept. Say what it is.", "Нет значения, которое можно принять. Скажите, каково оно.");
    public static readonly Text KeysOn = new("Keys without Ctrl work here", "Клавиши без Ctrl работают");
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
    public static readonly Text Undrawn = new("This page can't be drawn. Here is the text.", "Эту страницу не удалось нарисовать. Показан текст.");
    public static readonly Text Instructions = new("How to decide", "Как решать");
    public static readonly Text NothingSays = new("no words say it", "нет слов об этом");
    public static readonly Text StaleDecision = new("under an older definition", "по старому определению");
    public static readonly Text MaybeSame = new("May be the same as", "Может быть тем же, что");
    public static readonly Text AllCopies = new("Stands in {0} documents", "Стоит в {0} документах");
    public static readonly Text Progress = new("{0} of {1} settled", "решено {0} из {1}");
    public static readonly Text ServesFigures = new("For the figures: {0}", "Для цифр: {0}");

    // Claims
    public static readonly Text ClaimsLead = new("Every figure of a draft, coloured and named by its verdict.", "Каждая цифра черновика с цветом и именем вердикта.");
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
    public static readonly Text SignOpen = new("Though figures are open, fail, or have no claim: the signature says so", "Хотя есть открытые, неверные или безосновательные цифры: в подписи это останется");
    public static readonly Text NotAllHold = new("Not every figure holds, so nothing was signed. Settle what is open, or sign it as it is with the box above.", "Держатся не все цифры, поэтому ничего не подписано. Закройте открытые или подпишите как есть — галочка выше.");
    public static readonly Text SignedNow = new("Signed: {0}", "Подписано: {0}");
    public static readonly Text Signatures = new("Signatures", "Подписи");
    public static readonly Text NothingSigned = new("Nothing has been signed yet.", "Пока ничего не подписано.");
    public static readonly Text SinceThen = new("What changed since", "Что изменилось с тех пор");
    public static readonly Text CorrectionsNeeded = new("What needs a correction", "Что нужно исправить");
    public static readonly CountedText AllAsSigned = new("{0} figure stands as it was signed", "{0} figures stand as they were signed", "{0} цифра стоит, как была подписана", "{0} цифры стоят, как были подписаны", "{0} цифр стоят, как были подписаны");
    public static readonly Text NoCorrections = new("No sentence needs a correction", "Ни одно предложение не нужно исправлять");
    public static readonly Text WasNotThere = new("not there", "нет");
    public static readonly Text Broken = new("no longer holds", "больше не держится");
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
    public static readonly CountedText UnitsChange = new("{0} unit gets another value", "{0} units get another value", "у {0} единицы сменится значение", "у {0} единиц сменится значение", "у {0} единиц сменится значение");
    public static readonly Text NoUnitChanges = new("No unit gets another value.", "Ни у одной единицы значение не сменится.");
    public static readonly Text Before = new("Before", "Было");
    public static readonly Text After = new("After", "Станет");
    public static readonly Text Such = new("Such as", "Например");
    public static readonly CountedText FiguresMove = new("{0} figure moves", "{0} figures move", "сдвинется {0} цифра", "сдвинутся {0} цифры", "сдвинется {0} цифр");
    public static readonly Text NoFigureMoves = new("No figure moves.", "Ни одна цифра не сдвинется.");
    public static readonly CountedText DecisionsAgain = new("{0} decision must be looked at again", "{0} decisions must be looked at again", "{0} решение придётся пересмотреть", "{0} решения придётся пересмотреть", "{0} решений придётся пересмотреть");
    public static readonly Text DecisionsStand = new("All decisions of people stand.", "Все решения людей остаются в силе.");
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
}
