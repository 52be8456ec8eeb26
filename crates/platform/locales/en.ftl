# Generic words, dates and what went wrong. Shown by the platform and shared by every page.

## Words on buttons and links

word-save = Save
word-cancel = Cancel
word-close = Close
word-search = Search
word-settings = Settings
settings-find = Find a setting
word-sign-out = Sign out
word-language = Language
word-retry = Try again
word-undo = Undo
word-more = Show more

## A form with something to save

form-unsaved = Unsaved changes
form-discard = Discard

## Dates and durations

date-today = today { $time }
date-yesterday = yesterday { $time }
date-tomorrow = tomorrow { $time }
date-weekday-time = { $weekday } { $time }
date-day-month = { $day } { $month }
date-day-month-year = { $day } { $month } { $year }
date-full = { $weekday } { $day } { $month } { $year }, { $time }
date-before-today = today before { $time }
date-before-tomorrow = tomorrow, { $weekday } { $day } { $month }, before { $time }
date-before = on { $weekday } { $day } { $month } before { $time }
duration-minutes = { $count } min
duration-hours = { $count } h
duration-days = { $count } d
date-monday-short = Mon
date-monday-long = Monday
date-tuesday-short = Tue
date-tuesday-long = Tuesday
date-wednesday-short = Wed
date-wednesday-long = Wednesday
date-thursday-short = Thu
date-thursday-long = Thursday
date-friday-short = Fri
date-friday-long = Friday
date-saturday-short = Sat
date-saturday-long = Saturday
date-sunday-short = Sun
date-sunday-long = Sunday
date-month-1-short = Jan
date-month-1-long = January
date-month-2-short = Feb
date-month-2-long = February
date-month-3-short = Mar
date-month-3-long = March
date-month-4-short = Apr
date-month-4-long = April
date-month-5-short = May
date-month-5-long = May
date-month-6-short = Jun
date-month-6-long = June
date-month-7-short = Jul
date-month-7-long = July
date-month-8-short = Aug
date-month-8-long = August
date-month-9-short = Sep
date-month-9-long = September
date-month-10-short = Oct
date-month-10-long = October
date-month-11-short = Nov
date-month-11-long = November
date-month-12-short = Dec
date-month-12-long = December

## When something does not work

problem-not-found-title = This page is not here
problem-not-found-body = It may have been moved, or it is not yours to see.
problem-forbidden-title = You may not do this
problem-forbidden-body = Ask an administrator if you need it for your work.
problem-foreign-title = We could not tell where this came from
problem-foreign-body = For your safety nothing was changed. Open the page again and try once more.
problem-invalid-title = Something needs another look
problem-invalid-body = Go back and look at what you filled in. What you sent did not fit this page.
problem-too-large-title = This is too large
problem-too-large-body = Nothing was saved. Try with a smaller file or a shorter text.
problem-too-many-title = One moment, please
problem-too-many-body =
    There were many attempts in a short time. Try again in { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
problem-away-title = Nothing can be kept just now
problem-away-body = Our disk or database is out of order; this has been noted. What you just sent may not have been kept: look before you send it again. Number for your administrator: { $reference }
problem-busy-title = There is a lot to do just now
problem-busy-body = Nothing was changed. Try again in a moment.
problem-method-title = This cannot be done here
problem-method-body = Go back to the page before and try from there.
problem-fault-title = Something went wrong on our side
problem-fault-body = It has been noted. Try again in a moment, and if it stays, tell your administrator this number: { $reference }
problem-home = To the start page

## Choosing a password

password-too-short = Use at least { $least } characters. A few words in a row work well.
password-too-long = Use at most { $most } characters.
password-common = This password is one of the first that others try. Choose one that only you would think of.
password-like-address = Choose a password that is not your e-mail address.

## The frame of the desk

shell-skip = Skip to content
shell-main = Main
shell-menu = Your menu
shell-profile = My profile
shell-keys = Keyboard shortcuts
shell-keys-off = Single-letter keys are switched off in your profile.
shell-failed-offline = There is no connection. Your text is safe here.
shell-failed-error = Something went wrong on our side. Your text is safe here.
shell-failed-refused = That could not be done. Open the page again to see how things stand.

# The palette.
palette-open = Search or jump to…
palette-title = Search and commands
palette-label = Type a command or search…
palette-list = Results
palette-page = This page
palette-go = Go to
palette-recent = Recently opened
palette-everywhere = Search everywhere for “{ $q }”
palette-move = move
palette-choose = choose
palette-commands = commands only
palette-people = people
palette-conversations = conversations

countdown-seconds = { $n } s
countdown-minutes = { $n } min
countdown-hours = { $n } h
countdown-days = { $n } d
countdown-late-minutes = { $n } min late
countdown-late-hours = { $n } h late
countdown-late-days = { $n } d late

## What programs can ask, as a page

api-docs-begin = Send a token in the header “Authorization: Bearer …”. The words below are in English, as programs are.
api-docs-file = The same as an OpenAPI 3.1 file
api-docs-parameters = Parameters
api-docs-takes = Takes
api-docs-answers = Answers

# A fact of the log: somebody changed a page of settings.
event-settings-changed = Settings were changed: { $page }

# Facts of the log: the whole business as a packed file.
event-takeout-begun = Packing the whole business was begun
event-takeout-done = The whole business was packed
event-takeout-failed = Packing the whole business failed
event-takeout-downloaded = The packed business was downloaded
event-takeout-removed = The packed business was removed
event-takeout-stopped = Packing the whole business was stopped: whoever asked for it may not any more
takeout-running-already = Everything is being packed already. Wait until that is done, or stop it.
