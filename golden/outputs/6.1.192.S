#include <asm/bitsperlong.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .balign 8
#else
#define PTR .long
#define ALGN .balign 4
#endif
	.section .rodata, "a"
.globl kallsyms_offsets
	ALGN
kallsyms_offsets:
	.long	0xffffffff
	.long	0xffffffff
	.long	0xffffffef
	.long	0xffffffdf
	.long	0xffffffaf
	.long	0xffffff9f
	.long	0xffffff6f
	.long	0xffffff5f
	.long	0xffffff2f
	.long	0xffffff1f
	.long	0xfffffeef
	.long	0xfffffedf
	.long	0xfffffeaf
	.long	0xfffffe9f
	.long	0xfffffe6f
	.long	0xfffffe5f
	.long	0xfffffe2f
	.long	0xfffffe1f
	.long	0xfffffdef
	.long	0xfffffddf
	.long	0xfffffdaf
	.long	0xfffffd9f
	.long	0xfffffd6f
	.long	0xfffffd5f
	.long	0xfffffd2f
	.long	0xfffffd1f
	.long	0xfffffcef
	.long	0xfffffcdf
	.long	0xfffffcaf
	.long	0xfffffc9f
	.long	0xfffffc6f
	.long	0xfffffc5f
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffaef
	.long	0xfffffadf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffff86f
	.long	0xfffff85f
	.long	0xfffff7af
	.long	0xfffff79f
	.long	0xfffff76f
	.long	0xfffff75f
	.long	0xfffff32f
	.long	0xfffff31f
	.long	0xfffff26f
	.long	0xfffff25f
	.long	0xfffff24f
	.long	0xfffff23f
	.long	0xfffff22f
	.long	0xfffff21f
	.long	0xfffff20f
	.long	0xfffff1ff
	.long	0xfffff1ef
	.long	0xfffff1df
	.long	0xfffff1cf
	.long	0xfffff1bf
	.long	0xfffff1af
	.long	0xfffff19f
	.long	0xfffff18f
	.long	0xfffff17f
	.long	0xfffff16f
	.long	0xfffff15f
	.long	0xfffff12f
	.long	0xfffff11f
	.long	0xfffff0ef
	.long	0xfffff0df
	.long	0xfffff0af
	.long	0xfffff09f
	.long	0xfffff06f
	.long	0xfffff05f
	.long	0xfffff01f
	.long	0xfffff00f
	.long	0xffffefff
	.long	0xffffefef
	.long	0xffffefdf
	.long	0xffffefbf
	.long	0xffffefaf
	.long	0xffffef9f
	.long	0xffffef7f
	.long	0xffffef6f
	.long	0xffffef4f
	.long	0xffffef3f
	.long	0xffffef2f
	.long	0xffffef1f
	.long	0xffffef0f
	.long	0xffffeeef
	.long	0xffffeedf
	.long	0xffffeecf
	.long	0xffffeebf
	.long	0xffffee9f
	.long	0xffffee8f
	.long	0xffffee7f
	.long	0xffffee6f
	.long	0xffffee5f

.globl kallsyms_relative_base
	ALGN
kallsyms_relative_base:
	PTR	_text + 0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	.long	100

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xa9, 0xa6
	.byte 0x03, 0xa9, 0x73, 0xa6
	.byte 0x02, 0xed, 0x61
	.byte 0x02, 0xec, 0x61
	.byte 0x02, 0xed, 0x64
	.byte 0x02, 0xec, 0x64
	.byte 0x02, 0xed, 0x74
	.byte 0x02, 0xec, 0x74
	.byte 0x02, 0xed, 0x78
	.byte 0x02, 0xec, 0x78
	.byte 0x01, 0x27
	.byte 0x01, 0x28
	.byte 0x02, 0xed, 0x9f
	.byte 0x02, 0xec, 0x9f
	.byte 0x02, 0xed, 0x38
	.byte 0x02, 0xec, 0x38
	.byte 0x01, 0x29
	.byte 0x01, 0x2a
	.byte 0x01, 0xed
	.byte 0x01, 0xec
	.byte 0x01, 0xad
	.byte 0x01, 0xac
	.byte 0x02, 0xad, 0xdf
	.byte 0x02, 0xac, 0xdf
	.byte 0x01, 0x25
	.byte 0x01, 0x26
	.byte 0x02, 0xad, 0x4a
	.byte 0x02, 0xac, 0x4a
	.byte 0x02, 0xd8, 0x3a
	.byte 0x02, 0xd7, 0x3a
	.byte 0x02, 0xd8, 0x98
	.byte 0x02, 0xd7, 0x98
	.byte 0x02, 0x54, 0x3b
	.byte 0x02, 0x74, 0x3b
	.byte 0x02, 0x54, 0x3c
	.byte 0x02, 0x74, 0x3c
	.byte 0x02, 0x54, 0x3e
	.byte 0x02, 0x74, 0x3e
	.byte 0x02, 0xd8, 0x82
	.byte 0x02, 0xd7, 0x82
	.byte 0x02, 0xd8, 0x45
	.byte 0x02, 0xd7, 0x45
	.byte 0x02, 0x54, 0x5d
	.byte 0x02, 0x74, 0x5d
	.byte 0x02, 0x54, 0xaa
	.byte 0x02, 0x74, 0xaa
	.byte 0x02, 0x54, 0x4d
	.byte 0x02, 0x74, 0x4d
	.byte 0x02, 0x54, 0x58
	.byte 0x02, 0x74, 0x58
	.byte 0x02, 0xd8, 0xc1
	.byte 0x02, 0xd7, 0xc1
	.byte 0x02, 0x41, 0x3d
	.byte 0x02, 0x61, 0x3d
	.byte 0x02, 0x54, 0xb7
	.byte 0x02, 0x74, 0xb7
	.byte 0x02, 0x41, 0xb7
	.byte 0x02, 0x61, 0xb7
	.byte 0x02, 0x54, 0xb4
	.byte 0x02, 0x74, 0xb4
	.byte 0x02, 0x41, 0xb4
	.byte 0x02, 0x61, 0xb4
	.byte 0x02, 0x54, 0xba
	.byte 0x02, 0x74, 0xba
	.byte 0x02, 0x41, 0xba
	.byte 0x02, 0x61, 0xba
	.byte 0x01, 0x48
	.byte 0x01, 0x46
	.byte 0x02, 0x48, 0xdf
	.byte 0x02, 0x46, 0xdf
	.byte 0x02, 0x54, 0xa1
	.byte 0x02, 0x74, 0xa1
	.byte 0x02, 0xd8, 0x7a
	.byte 0x02, 0xd7, 0x7a
	.byte 0x02, 0x54, 0x55
	.byte 0x02, 0x74, 0x55
	.byte 0x01, 0x1c
	.byte 0x01, 0x12
	.byte 0x01, 0x08
	.byte 0x03, 0x47, 0xd6, 0x37
	.byte 0x03, 0x49, 0xd6, 0x39
	.byte 0x01, 0x1e
	.byte 0x01, 0x14
	.byte 0x01, 0x0a
	.byte 0x01, 0x04
	.byte 0x03, 0x57, 0xd5, 0x37
	.byte 0x01, 0x20
	.byte 0x01, 0x16
	.byte 0x01, 0x0c
	.byte 0x01, 0x00
	.byte 0x03, 0x69, 0xd4, 0x39
	.byte 0x01, 0x22
	.byte 0x01, 0x1a
	.byte 0x01, 0x10
	.byte 0x01, 0x06
	.byte 0x01, 0x02
	.byte 0x03, 0x77, 0xde, 0x37
	.byte 0x02, 0x18, 0x64
	.byte 0x02, 0x0e, 0x66
	.byte 0x03, 0xa9, 0x65, 0xa6

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_seqs_of_names
	ALGN
kallsyms_seqs_of_names:
	.byte 0x00, 0x00, 0x12
	.byte 0x00, 0x00, 0x13
	.byte 0x00, 0x00, 0x0e
	.byte 0x00, 0x00, 0x0f
	.byte 0x00, 0x00, 0x02
	.byte 0x00, 0x00, 0x03
	.byte 0x00, 0x00, 0x0c
	.byte 0x00, 0x00, 0x0d
	.byte 0x00, 0x00, 0x04
	.byte 0x00, 0x00, 0x05
	.byte 0x00, 0x00, 0x0a
	.byte 0x00, 0x00, 0x0b
	.byte 0x00, 0x00, 0x06
	.byte 0x00, 0x00, 0x07
	.byte 0x00, 0x00, 0x08
	.byte 0x00, 0x00, 0x09
	.byte 0x00, 0x00, 0x10
	.byte 0x00, 0x00, 0x11
	.byte 0x00, 0x00, 0x14
	.byte 0x00, 0x00, 0x15
	.byte 0x00, 0x00, 0x16
	.byte 0x00, 0x00, 0x17
	.byte 0x00, 0x00, 0x18
	.byte 0x00, 0x00, 0x19
	.byte 0x00, 0x00, 0x1a
	.byte 0x00, 0x00, 0x1b
	.byte 0x00, 0x00, 0x46
	.byte 0x00, 0x00, 0x47
	.byte 0x00, 0x00, 0x1e
	.byte 0x00, 0x00, 0x1f
	.byte 0x00, 0x00, 0x1c
	.byte 0x00, 0x00, 0x1d
	.byte 0x00, 0x00, 0x32
	.byte 0x00, 0x00, 0x33
	.byte 0x00, 0x00, 0x34
	.byte 0x00, 0x00, 0x35
	.byte 0x00, 0x00, 0x3e
	.byte 0x00, 0x00, 0x3f
	.byte 0x00, 0x00, 0x40
	.byte 0x00, 0x00, 0x41
	.byte 0x00, 0x00, 0x36
	.byte 0x00, 0x00, 0x37
	.byte 0x00, 0x00, 0x38
	.byte 0x00, 0x00, 0x39
	.byte 0x00, 0x00, 0x3a
	.byte 0x00, 0x00, 0x3b
	.byte 0x00, 0x00, 0x3c
	.byte 0x00, 0x00, 0x3d
	.byte 0x00, 0x00, 0x20
	.byte 0x00, 0x00, 0x21
	.byte 0x00, 0x00, 0x22
	.byte 0x00, 0x00, 0x23
	.byte 0x00, 0x00, 0x2a
	.byte 0x00, 0x00, 0x2b
	.byte 0x00, 0x00, 0x24
	.byte 0x00, 0x00, 0x25
	.byte 0x00, 0x00, 0x48
	.byte 0x00, 0x00, 0x49
	.byte 0x00, 0x00, 0x26
	.byte 0x00, 0x00, 0x27
	.byte 0x00, 0x00, 0x28
	.byte 0x00, 0x00, 0x29
	.byte 0x00, 0x00, 0x63
	.byte 0x00, 0x00, 0x01
	.byte 0x00, 0x00, 0x00
	.byte 0x00, 0x00, 0x42
	.byte 0x00, 0x00, 0x43
	.byte 0x00, 0x00, 0x44
	.byte 0x00, 0x00, 0x45
	.byte 0x00, 0x00, 0x2e
	.byte 0x00, 0x00, 0x2f
	.byte 0x00, 0x00, 0x30
	.byte 0x00, 0x00, 0x31
	.byte 0x00, 0x00, 0x4a
	.byte 0x00, 0x00, 0x4b
	.byte 0x00, 0x00, 0x61
	.byte 0x00, 0x00, 0x62
	.byte 0x00, 0x00, 0x4c
	.byte 0x00, 0x00, 0x4d
	.byte 0x00, 0x00, 0x4e
	.byte 0x00, 0x00, 0x4f
	.byte 0x00, 0x00, 0x50
	.byte 0x00, 0x00, 0x51
	.byte 0x00, 0x00, 0x52
	.byte 0x00, 0x00, 0x53
	.byte 0x00, 0x00, 0x54
	.byte 0x00, 0x00, 0x55
	.byte 0x00, 0x00, 0x56
	.byte 0x00, 0x00, 0x57
	.byte 0x00, 0x00, 0x58
	.byte 0x00, 0x00, 0x59
	.byte 0x00, 0x00, 0x5a
	.byte 0x00, 0x00, 0x5b
	.byte 0x00, 0x00, 0x5c
	.byte 0x00, 0x00, 0x5d
	.byte 0x00, 0x00, 0x5e
	.byte 0x00, 0x00, 0x5f
	.byte 0x00, 0x00, 0x60
	.byte 0x00, 0x00, 0x2c
	.byte 0x00, 0x00, 0x2d

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"gtype_67"
	.asciz	"type_67"
	.asciz	"vtype_76"
	.asciz	"type_76"
	.asciz	"Vtype_56"
	.asciz	"type_56"
	.asciz	"ttype_74"
	.asciz	"type_74"
	.asciz	"Dtype_44"
	.asciz	"type_44"
	.asciz	"Ttype_54"
	.asciz	"type_54"
	.asciz	"dtype_64"
	.asciz	"type_64"
	.asciz	"?type_3"
	.asciz	"type_3"
	.asciz	"stype_73"
	.asciz	"type_73"
	.asciz	"Ctype_43"
	.asciz	"type_43"
	.asciz	"Stype_53"
	.asciz	"type_53"
	.asciz	"ctype_63"
	.asciz	"type_63"
	.asciz	"-type_2"
	.asciz	"type_2"
	.asciz	"rtype_72"
	.asciz	"type_72"
	.asciz	"Btype_42"
	.asciz	"type_42"
	.asciz	"Rtype_52"
	.asciz	"type_52"
	.asciz	"btype_62"
	.asciz	"type_62"
	.asciz	"ptype_70"
	.asciz	"type_70"
	.asciz	"$"
	.asciz	"T.LASANPC12"
	.asciz	"t.LASANPC12"
	.asciz	"T$d.12"
	.asciz	"t$d.12"
	.asciz	"T$x.foo"
	.asciz	"t$x.foo"
	.asciz	"x.foo"
	.asciz	"d.12"
	.asciz	"-"
	.asciz	"."
	.asciz	"ASANPC12"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"L123"
	.asciz	"9"
	.asciz	"crc_foo"
	.asciz	"__kstrtab_foo"
	.asciz	"__kstrtabns_foo"
	.asciz	"__gp"
	.asciz	"__kvm_nvhe_func"
	.asciz	"?"
	.asciz	"e_func"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"pi_func"
	.asciz	"tfoo_compiled."
	.asciz	"G"
	.asciz	"Tfoo_compiled."
	.asciz	"I"
	.asciz	"BB0_1"
	.asciz	"B0_1"
	.asciz	"L"
	.asciz	"foo_veneer2"
	.asciz	"N"
	.asciz	"ASANPC"
	.asciz	"P"
	.asciz	"ASAN"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"plain"
	.asciz	"V"
	.asciz	"W"
	.asciz	"kallsyms_lookup"
	.asciz	"yms_lookup"
	.asciz	"s_lookup"
	.asciz	"ookup"
	.asciz	"kalls"
	.asciz	"__kvm_nvhe___kcfi_typeid_x"
	.asciz	"___kcfi_typeid_x"
	.asciz	"_"
	.asciz	"kcfi_typeid_x"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"i_typeid_x"
	.asciz	"k"
	.asciz	"l"
	.asciz	"m"
	.asciz	"n"
	.asciz	"o"
	.asciz	"p"
	.asciz	"typeid_x"
	.asciz	"r"
	.asciz	"s"
	.asciz	"t"
	.asciz	"u"
	.asciz	"v"
	.asciz	"w"
	.asciz	"x"
	.asciz	"y"
	.asciz	"mod_device_table__x"
	.asciz	"d_device_table__x"
	.asciz	"vice_table__x"
	.asciz	"e_table__x"
	.asciz	"table__x"
	.asciz	"le__x"
	.asciz	"__x"
	.asciz	"d_x"
	.asciz	"pi_$x"
	.asciz	"alls"
	.asciz	"__kstrtabns"
	.asciz	"up"
	.asciz	"mo"
	.asciz	"__kstrtabn"
	.asciz	"lain"
	.asciz	"ym"
	.asciz	"all"
	.asciz	"s_l"
	.asciz	"ook"
	.asciz	"lai"
	.asciz	"typei"
	.asciz	"kcf"
	.asciz	"type"
	.asciz	"__kvm_nvhe"
	.asciz	"d_de"
	.asciz	"d_d"
	.asciz	"vic"
	.asciz	"kc"
	.asciz	"la"
	.asciz	"___"
	.asciz	"crc_"
	.asciz	"s_"
	.asciz	"i_"
	.asciz	"SAN"
	.asciz	"PC"
	.asciz	"SA"
	.asciz	"veneer2"
	.asciz	"a.1"
	.asciz	"_1"
	.asciz	"L0"
	.asciz	"B0"
	.asciz	"x."
	.asciz	"a."
	.asciz	"pi_$"
	.asciz	"text"
	.asciz	"xt"
	.asciz	"te"
	.asciz	"T_"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"foo_compiled."
	.asciz	"__kstrtab"
	.asciz	"trtab"
	.asciz	"foo_compile"
	.asciz	"pile"
	.asciz	"func"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"crc"
	.asciz	"__kvm_nvh"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"foo_com"
	.asciz	"__kvm_n"
	.asciz	"__kernel_sigtramp"
	.asciz	"igtramp"
	.asciz	"__kv"
	.asciz	"fu"
	.asciz	"__ks"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"tramp"
	.asciz	"gp"
	.asciz	"m_n"
	.asciz	"tram"
	.asciz	"om"
	.asciz	"eak"
	.asciz	"vh"
	.asciz	"ig"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"ve"
	.asciz	"foo_c"
	.asciz	"rc"
	.asciz	"pc"
	.asciz	"nc"
	.asciz	"__kernel_syscall_via_b"
	.asciz	"tra"
	.asciz	"ea"
	.asciz	"pi_"
	.asciz	"m_"
	.asciz	"d_"
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"_foo"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"type_7"
	.asciz	"123"
	.asciz	"d."
	.asciz	"__kernel_syscall_via_"
	.asciz	"all_via_"
	.asciz	"l_via_"
	.asciz	"via_"
	.asciz	"__kernel_sysc"
	.asciz	"__kernel_sy"
	.asciz	"tr"
	.asciz	"pi"
	.asciz	"sc"
	.asciz	"a_"
	.asciz	".L"
	.asciz	"t$"
	.asciz	"T$"
	.asciz	"al"
	.asciz	"vi"
	.asciz	"12"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"foo"
	.asciz	"er"
	.asciz	"oo"
	.asciz	"ne"
	.asciz	"__k"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	9
	.short	17
	.short	26
	.short	34
	.short	43
	.short	51
	.short	60
	.short	68
	.short	77
	.short	85
	.short	94
	.short	102
	.short	111
	.short	119
	.short	127
	.short	134
	.short	143
	.short	151
	.short	160
	.short	168
	.short	177
	.short	185
	.short	194
	.short	202
	.short	210
	.short	217
	.short	226
	.short	234
	.short	243
	.short	251
	.short	260
	.short	268
	.short	277
	.short	285
	.short	294
	.short	302
	.short	304
	.short	316
	.short	328
	.short	335
	.short	342
	.short	350
	.short	358
	.short	364
	.short	369
	.short	371
	.short	373
	.short	382
	.short	384
	.short	386
	.short	388
	.short	390
	.short	392
	.short	394
	.short	396
	.short	398
	.short	403
	.short	405
	.short	413
	.short	427
	.short	443
	.short	448
	.short	464
	.short	466
	.short	473
	.short	475
	.short	477
	.short	479
	.short	481
	.short	489
	.short	504
	.short	506
	.short	521
	.short	523
	.short	529
	.short	534
	.short	536
	.short	548
	.short	550
	.short	557
	.short	559
	.short	564
	.short	566
	.short	568
	.short	570
	.short	576
	.short	578
	.short	580
	.short	596
	.short	607
	.short	616
	.short	622
	.short	628
	.short	655
	.short	672
	.short	674
	.short	688
	.short	690
	.short	692
	.short	694
	.short	696
	.short	698
	.short	700
	.short	702
	.short	704
	.short	706
	.short	717
	.short	719
	.short	721
	.short	723
	.short	725
	.short	727
	.short	729
	.short	738
	.short	740
	.short	742
	.short	744
	.short	746
	.short	748
	.short	750
	.short	752
	.short	754
	.short	774
	.short	792
	.short	806
	.short	817
	.short	826
	.short	832
	.short	836
	.short	840
	.short	846
	.short	851
	.short	863
	.short	866
	.short	869
	.short	880
	.short	885
	.short	888
	.short	892
	.short	896
	.short	900
	.short	904
	.short	910
	.short	914
	.short	919
	.short	930
	.short	935
	.short	939
	.short	943
	.short	946
	.short	949
	.short	953
	.short	958
	.short	961
	.short	964
	.short	968
	.short	971
	.short	974
	.short	982
	.short	986
	.short	989
	.short	992
	.short	995
	.short	998
	.short	1001
	.short	1006
	.short	1011
	.short	1014
	.short	1017
	.short	1020
	.short	1027
	.short	1032
	.short	1036
	.short	1040
	.short	1054
	.short	1064
	.short	1070
	.short	1082
	.short	1087
	.short	1092
	.short	1117
	.short	1121
	.short	1131
	.short	1158
	.short	1166
	.short	1174
	.short	1192
	.short	1200
	.short	1205
	.short	1208
	.short	1213
	.short	1237
	.short	1243
	.short	1246
	.short	1250
	.short	1255
	.short	1258
	.short	1262
	.short	1265
	.short	1268
	.short	1291
	.short	1294
	.short	1300
	.short	1303
	.short	1306
	.short	1309
	.short	1332
	.short	1336
	.short	1339
	.short	1343
	.short	1346
	.short	1349
	.short	1356
	.short	1363
	.short	1370
	.short	1374
	.short	1378
	.short	1383
	.short	1386
	.short	1390
	.short	1393
	.short	1398
	.short	1405
	.short	1409
	.short	1412
	.short	1434
	.short	1443
	.short	1450
	.short	1455
	.short	1469
	.short	1481
	.short	1484
	.short	1487
	.short	1490
	.short	1493
	.short	1496
	.short	1499
	.short	1502
	.short	1505
	.short	1508
	.short	1511
	.short	1522
	.short	1530
	.short	1536
	.short	1540
	.short	1544
	.short	1547
	.short	1550
	.short	1553
	.short	1557
	.short	1560
	.short	1566
	.short	1570
	.short	1573
	.short	1576

