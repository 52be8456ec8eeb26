# The demo: a slim bar above every desk page moves business time.

demo-name = Demo time
demo-pause = Pause
demo-run = Let time run
demo-hour = +1 h
demo-day = +1 day
demo-next = Next due
