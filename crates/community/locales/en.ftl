settings-community = Community
community-title = Ask others
community-lead = Questions and answers by customers, and by us.
community-ideas = Ideas
community-idea = An idea
community-question = A question
community-kind = What is it?
community-newest = Newest
community-bare = Without an answer
community-none = Nothing here yet.
community-parts = Parts
community-find = Find a question
community-find-go = Find
community-more = More
community-where = Where you are
community-me = My questions
community-join = Choose a name
community-name = Your name here
community-name-hint = Everybody can read it. It need not be your real name.
community-mine = What I have asked
community-mine-none = You have not asked anything yet.
community-leave = Leave
community-leave-lead = Your name goes. What you wrote stays, without it.
community-leave-go = Leave now
community-come-in = Sign in to take part
community-come-in-lead = We mail you a link to the address that you write to us from. Then come back here.
community-sign-in = Send me a link
community-own-question = Do you have a question yourself?
community-own-lead = Ask others. If nobody answers in time, we do.
community-ask = Ask a question
community-ask-lead = Say in a few words what it is about. Perhaps somebody has asked it before.
community-in-short = In short
community-in-full = Tell more
community-next = Next
community-alike = Like questions
community-alike-lead = Is your answer here already?
community-private-hint = Everybody can read this. Leave out order numbers, addresses and telephone numbers.
community-tags = Tags
community-tags-hint = Up to five, apart by commas.
community-publish = Publish
community-done-asked = Your question stands here now. We mail you when somebody answers.
community-done-answered = Thank you, your answer stands here now.
community-done-waits = Thank you. A colleague of ours looks at it first; then everybody sees it.
community-done-flagged = Thank you. A colleague of ours looks at it.
community-done-left = You have left. Thank you for taking part.
community-somebody = Somebody who has left
community-expert = Expert
community-edited = changed
community-since = here since { $date }
community-waits = Waits for a look
community-hidden = Hidden
community-locked = Locked
community-solved = Solved
community-idea-new = New
community-idea-planned = Planned
community-idea-done = Done
community-idea-declined = Not planned
community-answer = Answer
community-accepted-one = The answer that helped
community-helped = Helped { $name }
community-accept = This helped
community-vote = Helpful
community-comment = Comment
community-edit = Change
community-flag = This should not stand here
community-flag-spam = Advertising
community-flag-rude = It hurts somebody
community-flag-private = It tells what is private
community-flag-wrong = It is wrong and could do harm
community-no-more = Nobody writes here any more.
community-your-answer = Your answer
community-answer-hint = Answer as you would a neighbour. Everybody can read it.
community-answer-go = Answer
community-tell-me = Mail me when somebody answers
community-follow = Follow
community-unfollow = Do not follow any more
community-no-name = Choose a name of two letters or more first.
community-name-taken = Somebody else is called so. Choose another name.
community-blocked = You cannot write here any more. Write to us if you think that this is wrong.
community-too-many = That was much in a short time. Wait a while and send it again.
community-no-title = Say in a few words what it is about.
community-no-text = Write something first.
community-too-long = That is too long.
community-closed = Nobody writes there any more.
community-own = Others decide that about what you wrote.
community-not-yours = Only whoever wrote it can do that.
community-too-old = That was too long ago to be changed.
community-no-reason = Say why it is not planned.
community-no-merge = It cannot become part of that one.
community-desk = What the community needs
community-queue = Waits for a look
community-queue-none = Nothing waits.
community-show = Show
community-show-it = Let it stand
community-hide-it = Hide it
community-block-it = Hide it and block its writer
community-block = Block
community-unblock = Let write again
community-is-blocked = Blocked
community-make-expert = Mark as expert
community-no-expert = Not an expert any more
community-conversation = The conversation that it became
community-as-us = Answer for everybody to read
community-lock = Lock
community-unlock = Unlock
community-merge = Merge
community-merge-into = Address of the other question
community-becomes = What becomes of it
community-because = Why
community-sign-trap = Filled in a field that people do not see
community-sign-hasty = Sent at once
community-sign-repeated = Said before
community-sign-links = Many links
community-sign-new-link = A link by somebody new
community-sign-loud = Nearly all capitals
community-sign-new = First things of somebody new
community-settings-lead = Where customers ask in public and answer each other. What is new is looked at first, and what nobody answers comes to you.
community-on = There is a community
community-on-why = Its pages are there for customers.
community-members-only = Only who is signed in may read
community-members-only-why = Without this anybody may, search engines too.
community-hours = Hours until an unanswered question comes to us
community-hours-hint = It becomes a conversation in the inbox. 0 for never.
community-by-the-clock = Count every hour
community-by-the-clock-why = Without this only hours in which you are open count.
community-first-wait = First writings of a member that you look at
community-first-wait-hint = Others see them once you let them stand.
community-new-an-hour = Writings an hour by somebody new
community-new-an-hour-hint = Until some of theirs have stood.
community-an-hour = Writings an hour by anybody else
community-an-hour-hint = More is asked to wait.
community-fell-note = Asked in the community, where nobody has answered yet: { $link }
community-mail-subject = Something new: { $title }
community-mail-decided-subject = Your idea: { $title }
held-community = What they wrote in the community
held-community-name = Name in the community
held-community-title = In short
held-community-text = Text
event-community-asked = Asked in the community
event-community-idea = Brought an idea to the community
event-community-answered = Answered in the community
event-community-accepted = Said which answer helped
event-community-flagged = Said that something should not stand in the community
event-community-shown = Let something stand in the community
event-community-hidden = Hid something in the community
event-community-locked = Locked a question in the community
event-community-unlocked = Unlocked a question in the community
event-community-merged = Merged two questions in the community
event-community-fell = A question in the community became a conversation
event-community-decided = Decided about an idea
community-answers = { $count ->
    [one] One answer
   *[other] { $count } answers
}
community-votes = { $count ->
    [one] vote
   *[other] votes
}
community-mail-text =
    Somebody wrote to what you follow at { $business }:

    { $title }
    { $link }

    You can stop following it on its page.
community-mail-decided-text =
    We have decided about an idea that you follow at { $business }:

    { $title }
    { $link }

    You can stop following it on its page.
search-community = In the community
