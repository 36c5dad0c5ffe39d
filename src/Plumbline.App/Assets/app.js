// The little that a browser has to do itself: keys, focus, selections, dropped files. No text of a document is ever made into markup here.
"use strict";
window.plumb = (() => {
    const typing = e => e.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    let page = null;

    // Keys by where they lie (code), so that they are the same in a Russian layout.
    const onKey = e => {
        if (!page || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.repeat) return;
        const words = e.target.id === "words";
        if (words && e.key === "Enter") { e.preventDefault(); page.invokeMethodAsync("Key", "Enter"); return; }
        if (e.key === "Escape") { page.invokeMethodAsync("Key", "Escape"); return; }
        if (typing(e) || !document.querySelector(".unit[data-keys=on]") || !/^Key[A-Z]$/.test(e.code) || e.shiftKey) return;
        e.preventDefault();
        page.invokeMethodAsync("Key", e.code);
    };

    // A click into the document's frame would take the keys away: they are brought back, unless the frame was reached by Tab.
    let over = false;
    document.addEventListener("pointerover", e => { over = e.target.id === "document"; });
    window.addEventListener("blur", () => setTimeout(() => {
        if (over && document.activeElement?.id === "document") document.querySelector("li.active > .variable")?.focus({ preventScroll: true });
    }));

    // The field of words can be walked and selected in with the keyboard, which a read-only one can't, but nothing in it changes.
    document.addEventListener("beforeinput", e => { if (e.target.id === "words") e.preventDefault(); });

    const focus = (id, from, to) => {
        const element = document.getElementById(id);
        if (!element) return;
        element.focus({ preventScroll: id === "words" });
        if (id === "words") {
            element.setSelectionRange(from, to);
            // To where the selection stands, about: lines of equal length are as good a guess as any.
            element.scrollTop = Math.max(0, element.scrollHeight * (from / Math.max(1, element.value.length)) - element.clientHeight / 2);
        } else if (element.select && element.type === "text") element.select();
        else element.scrollIntoView({ block: id === "rests" && innerWidth < 960 ? "start" : "nearest" });
    };

    // Files one after another, each as its own bytes; folders are walked here.
    const walk = async entry => {
        if (entry.isFile) return [[entry.fullPath.replace(/^\//, ""), await new Promise((good, bad) => entry.file(good, bad))]];
        const reader = entry.createReader(), all = [];
        for (let some; (some = await new Promise((good, bad) => reader.readEntries(good, bad))).length;) all.push(...some);
        return (await Promise.all(all.map(walk))).flat();
    };

    const send = async (component, files) => {
        if (!files.length) return;
        const token = document.querySelector("input[name=__RequestVerificationToken]").value;
        const post = (to, body) => fetch(to, { method: "POST", body, headers: { "X-Plumb-Form": token } });
        const begun = await post("drop");
        if (!begun.ok) { await component.invokeMethodAsync("Failed", ""); return; }
        const folder = await begun.text();
        let done = 0;
        for (const [name, file] of files) {
            await component.invokeMethodAsync("Sending", ++done, files.length);
            const sent = await post("drop/" + folder + "?name=" + encodeURIComponent(name), file);
            if (!sent.ok) { await component.invokeMethodAsync("Failed", name); return; }
        }
        await component.invokeMethodAsync("Sent", folder);
    };

    const drop = component => {
        const area = document.getElementById("drop");
        if (!area) return;
        for (const id of ["pick-files", "pick-folder"]) {
            document.getElementById(id).addEventListener("change", e => {
                const files = [...e.target.files].map(f => [f.webkitRelativePath || f.name, f]);
                send(component, files).finally(() => { e.target.value = ""; });
            });
        }
        area.addEventListener("dragover", e => { e.preventDefault(); area.classList.add("over"); });
        area.addEventListener("dragleave", () => area.classList.remove("over"));
        area.addEventListener("drop", async e => {
            e.preventDefault();
            area.classList.remove("over");
            const entries = [...e.dataTransfer.items].map(i => i.webkitGetAsEntry?.()).filter(Boolean);
            send(component, (await Promise.all(entries.map(walk))).flat());
        });
    };

    // The menu of pages closes when it is left: by Escape, by a click elsewhere or on one of its links, by Tab.
    const menu = () => document.querySelector("details.more[open]");
    const close = inside => { const open = menu(); if (open && !open.contains(inside)) open.open = false; };
    document.addEventListener("click", e => { if (e.target.closest?.(".more a")) menu().open = false; else close(e.target); });
    document.addEventListener("focusin", e => close(e.target));
    document.addEventListener("keydown", e => {
        const open = e.key === "Escape" && menu();
        if (open) { open.open = false; open.querySelector("summary").focus(); }
    });

    // Drafts go one by one to their own place; what became of each is told by the page.
    const drafts = component => {
        const area = document.getElementById("drop-draft"), pick = document.getElementById("pick-draft");
        if (!area || !pick) return;
        const send = async files => {
            const token = document.querySelector("input[name=__RequestVerificationToken]").value;
            for (const file of files) {
                const sent = await fetch("draft?name=" + encodeURIComponent(file.name), { method: "POST", body: file, headers: { "X-Plumb-Form": token } });
                await component.invokeMethodAsync("DraftSent", sent.ok, file.name, await sent.text());
            }
        };
        pick.addEventListener("change", e => { send([...e.target.files]).finally(() => { e.target.value = ""; }); });
        area.addEventListener("dragover", e => { e.preventDefault(); area.classList.add("over"); });
        area.addEventListener("dragleave", () => area.classList.remove("over"));
        area.addEventListener("drop", e => { e.preventDefault(); area.classList.remove("over"); send([...e.dataTransfer.files]); });
    };

    // A file dropped beside the field must not open in the tab.
    for (const kind of ["dragover", "drop"]) window.addEventListener(kind, e => e.preventDefault());
    document.addEventListener("keydown", onKey);
    return {
        listen: component => { page = component; document.documentElement.dataset.keys = "on"; },
        unlisten: () => { page = null; delete document.documentElement.dataset.keys; },
        focus,
        selection: id => { const e = document.getElementById(id); return e ? [e.selectionStart, e.selectionEnd] : []; },
        // A line of a text field: selected, and brought into sight.
        line: (id, number) => {
            const field = document.getElementById(id);
            if (!field) return;
            const lines = field.value.split("\n"), from = lines.slice(0, number - 1).reduce((n, l) => n + l.length + 1, 0);
            field.focus();
            field.setSelectionRange(from, from + (lines[number - 1] ?? "").length);
            field.scrollTop = Math.max(0, field.scrollHeight * ((number - 1) / lines.length) - field.clientHeight / 2);
        },
        drop,
        drafts,
    };
})();
