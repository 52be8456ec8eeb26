# Demo: bilah tipis di atas setiap halaman memindahkan waktu usaha.

demo-name = Waktu demo
demo-pause = Jeda
demo-run = Jalankan waktu
demo-hour = +1 jam
demo-day = +1 hari
demo-next = Tenggat berikutnya
