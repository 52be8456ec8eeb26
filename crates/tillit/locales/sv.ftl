# Demon: en smal rad ovanför varje sida flyttar affärstiden.

demo-name = Demotid
demo-pause = Pausa
demo-run = Låt tiden gå
demo-hour = +1 h
demo-day = +1 dag
demo-next = Nästa frist
