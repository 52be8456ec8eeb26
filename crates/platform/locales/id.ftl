# Generic words, dates and what went wrong. Shown by the platform and shared by every page.

## Words on buttons and links

word-save = Simpan
word-cancel = Batal
word-close = Tutup
word-search = Cari
word-settings = Pengaturan
settings-find = Cari pengaturan
word-sign-out = Keluar
word-language = Bahasa
word-retry = Coba lagi
word-undo = Urungkan
word-more = Tampilkan lainnya

## A form with something to save

form-unsaved = Perubahan belum disimpan
form-discard = Buang

## Dates and durations

date-today = hari ini { $time }
date-yesterday = kemarin { $time }
date-tomorrow = besok { $time }
date-weekday-time = { $weekday } { $time }
date-day-month = { $day } { $month }
date-day-month-year = { $day } { $month } { $year }
date-full = { $weekday }, { $day } { $month } { $year } pukul { $time }
date-before-today = hari ini sebelum pukul { $time }
date-before-tomorrow = besok, { $weekday }, { $day } { $month }, sebelum pukul { $time }
date-before = pada { $weekday }, { $day } { $month }, sebelum pukul { $time }
duration-minutes = { $count } mnt
duration-hours = { $count } jam
duration-days = { $count } hr
date-monday-short = Sen
date-monday-long = Senin
date-tuesday-short = Sel
date-tuesday-long = Selasa
date-wednesday-short = Rab
date-wednesday-long = Rabu
date-thursday-short = Kam
date-thursday-long = Kamis
date-friday-short = Jum
date-friday-long = Jumat
date-saturday-short = Sab
date-saturday-long = Sabtu
date-sunday-short = Min
date-sunday-long = Minggu
date-month-1-short = Jan
date-month-1-long = Januari
date-month-2-short = Feb
date-month-2-long = Februari
date-month-3-short = Mar
date-month-3-long = Maret
date-month-4-short = Apr
date-month-4-long = April
date-month-5-short = Mei
date-month-5-long = Mei
date-month-6-short = Jun
date-month-6-long = Juni
date-month-7-short = Jul
date-month-7-long = Juli
date-month-8-short = Agu
date-month-8-long = Agustus
date-month-9-short = Sep
date-month-9-long = September
date-month-10-short = Okt
date-month-10-long = Oktober
date-month-11-short = Nov
date-month-11-long = November
date-month-12-short = Des
date-month-12-long = Desember

## When something does not work

problem-not-found-title = Halaman ini tidak ada
problem-not-found-body = Mungkin sudah dipindahkan, atau Anda tidak punya akses.
problem-forbidden-title = Anda tidak diizinkan melakukan ini
problem-forbidden-body = Tanyakan kepada administrator jika Anda memerlukannya untuk bekerja.
problem-foreign-title = Kami tidak dapat memastikan asal permintaan ini
problem-foreign-body = Demi keamanan, tidak ada yang diubah. Buka kembali halaman lalu coba sekali lagi.
problem-invalid-title = Ada yang perlu diperiksa lagi
problem-invalid-body = Kembali dan periksa isian Anda. Yang Anda kirim tidak sesuai dengan halaman ini.
problem-too-large-title = Ukurannya terlalu besar
problem-too-large-body = Tidak ada yang disimpan. Coba dengan berkas yang lebih kecil atau teks yang lebih pendek.
problem-too-many-title = Mohon tunggu sebentar
problem-too-many-body = Ada banyak percobaan dalam waktu singkat. Coba lagi dalam { $minutes } menit.
problem-away-title = Saat ini tidak ada yang dapat disimpan
problem-away-body = Disk atau basis data kami sedang bermasalah; ini sudah dicatat. Yang baru saja Anda kirim mungkin belum tersimpan: periksa dulu sebelum mengirim lagi. Nomor untuk administrator: { $reference }
problem-busy-title = Sedang banyak permintaan saat ini
problem-busy-body = Tidak ada yang diubah. Coba lagi sebentar lagi.
problem-method-title = Ini tidak dapat dilakukan di sini
problem-method-body = Kembali ke halaman sebelumnya lalu coba dari sana.
problem-fault-title = Ada yang salah di sisi kami
problem-fault-body = Masalah ini sudah dicatat. Coba lagi sebentar lagi; jika masih terjadi, sampaikan nomor ini kepada administrator: { $reference }
problem-home = Ke halaman awal

## Choosing a password

password-too-short = Gunakan paling sedikit { $least } karakter. Beberapa kata berurutan sudah cukup baik.
password-too-long = Gunakan paling banyak { $most } karakter.
password-common = Kata sandi ini termasuk yang pertama dicoba orang lain. Pilih yang hanya terpikir oleh Anda.
password-like-address = Pilih kata sandi yang bukan alamat email Anda.

## The frame of the desk

shell-skip = Langsung ke isi
shell-main = Menu utama
shell-menu = Menu Anda
shell-profile = Profil saya
shell-keys = Pintasan papan ketik
shell-keys-off = Pintasan satu huruf dimatikan di profil Anda.
shell-failed-offline = Tidak ada koneksi. Teks Anda aman di sini.
shell-failed-error = Ada masalah di pihak kami. Teks Anda aman di sini.
shell-failed-refused = Itu tidak dapat dilakukan. Buka lagi halamannya untuk melihat keadaan terkini.

# The palette.
palette-open = Cari atau buka …
palette-title = Pencarian dan perintah
palette-label = Ketik perintah atau cari …
palette-list = Hasil
palette-page = Halaman ini
palette-go = Buka
palette-recent = Baru dibuka
palette-everywhere = Cari “{ $q }” di mana saja
palette-move = pindah
palette-choose = pilih
palette-commands = hanya perintah
palette-people = orang
palette-conversations = percakapan

countdown-seconds = { $n } dtk
countdown-minutes = { $n } mnt
countdown-hours = { $n } jam
countdown-days = { $n } hari
countdown-late-minutes = terlambat { $n } mnt
countdown-late-hours = terlambat { $n } jam
countdown-late-days = terlambat { $n } hari

## What programs can ask, as a page

api-docs-begin = Kirim token di header “Authorization: Bearer …”. Kata-kata di bawah berbahasa Inggris, seperti program.
api-docs-file = Hal yang sama sebagai berkas OpenAPI 3.1
api-docs-parameters = Parameter
api-docs-takes = Menerima
api-docs-answers = Menjawab

# A fact of the log: somebody changed a page of settings.
event-settings-changed = Pengaturan diubah: { $page }

# Facts of the log: the whole business as a packed file.
event-takeout-begun = Pengemasan seluruh usaha dimulai
event-takeout-done = Seluruh usaha selesai dikemas
event-takeout-failed = Pengemasan seluruh usaha gagal
event-takeout-downloaded = Kemasan seluruh usaha diunduh
event-takeout-removed = Kemasan seluruh usaha dihapus
event-takeout-stopped = Pengemasan seluruh usaha dihentikan: yang memintanya tidak lagi berhak
takeout-running-already = Semuanya sedang dikemas. Tunggu sampai selesai, atau hentikan.
