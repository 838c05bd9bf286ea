"""Every text that is not translated like a page, with the reason: a field, or all fields of a model.

`test_all_of_it_is_translatable` fails for a text field that is neither translatable nor named here, and for a
name that is not there any more.
"""

OWN_FORM = {
    "designcity.DesignImage.description": "what it shows in other languages is said by PictureWords",
    "designcity.DesignImage.credit": "who made it is said in other languages by PictureWords",
    "designcity.PictureWords": "a record for each picture and language",
    "newsroom.Notice": "a notice stands at one page, and there is a page for each language",
    "search.PromotedResult": "a promoted result is for one language, which it names",
    "search.SynonymGroup": "a group names the language in which its words are typed, or holds those of all",
    "translating.GlossaryTerm": "a term of the source language, with its translations beside it",
    "translating.GlossaryTranslation": "a record for each term and language",
    "removals.RequestMessage": "the office writes to each claimant in the claimant's language",
    "wagtaildocs.Document.title": "a download takes the title over, where it is translated with the page",
}
"""What readers see in every language, said otherwise than by translating a page or record."""

SHARED = {
    "wagtailcore.Page.path": "the place in the tree of pages",
    "wagtailcore.Page.url_path": "made of the addresses of the pages above",
    "wagtailcore.Site.hostname": "the name of the machine",
    "home.ContactField.clean_name": "answers are kept under it",
    "publications.PublicationPage.number": "an ISBN is the same everywhere",
    "removals.RemovalRequest": "what a claimant wrote, and a number",
    "removals.RequestFile": "what a claimant called a file",
    "wagtailforms.FormSubmission": "what a reader wrote to the office",
}
"""What is the same in every language."""

OFFICE = {
    "designcity.DesignImage.title": "by which the office finds a picture",
    "designcity.DesignImage.file_hash": "no words",
    "designcity.Rendition": "no words",
    "designcity.SharePicture": "no words; the picture itself is drawn for the page of each language",
    "designcity.PinyinPhrase": "how Chinese words are read, for addresses and the search",
    "designcity.DailyRun": "the name of a command",
    "home.ContactPage.to_address": "where messages go",
    "home.ContactPage.subject": "of the mail to the office",
    "newsroom.Bundle": "seen in the newsroom only",
    "newsroom.Role": "which group has which role",
    "newsroom.ScheduleFailure": "what went wrong, told to the newsroom",
    "publications.FirstPage": "no words",
    "provenance.Override": "a decision, kept as it was written",
    "removals.RequestNote": "a note among colleagues",
    "removals.RequestEvent": "the history of a request",
    "provenance.WeeklyMail": "no words",
    "removals.Takedown": "what was taken down, for rights officers; a number and the name of a file",
    "removals.TakenDownPage": "an address and the code of a language",
    "removals.KeptRow": "what was taken down, for rights officers",
    "removals.UnwantedFile": "no words",
    "exchange.Intake": "what was left out of a draft, told to who brought it in",
    "exchange.Imported": "no words",
    "translating.Assignment.note": "a note among colleagues",
    "translating.Comment": "a remark among colleagues",
    "translating.Job": "a request to a machine; the name of the service",
    "translating.JobPage": "why something could not be done, told to who began it",
    "translating.Proposal": "what a machine said, until a person has accepted it",
    "translating.SectionJob": "the work on a section, seen by the office",
    "translating.TranslationStatus": "how far a translation is, seen by the office",
    "translating.Delivery": "a file of translators, and what became of it",
    "translating.Entry": "the memory: both languages of a sentence",
    "search.DocumentText": "made of attachments, which are in their own language",
    "search.Entry": "made of pages, which are in their own language",
    "search.SearchCount": "what readers typed",
    "search.MissedSearch": "what readers typed",
    "search.Rebuild": "no words",
    "search.LastRebuild": "no words",
    "wagtailcore.Page.draft_title": "the title of a draft, in lists of the office",
    "wagtailcore.Site.site_name": "in lists of the office; readers see that of the site's texts",
    "wagtailcore.Collection": "by which the office sorts files",
    "wagtaildocs.Document.file_hash": "no words",
}
"""What only the office sees, or what holds no words."""
