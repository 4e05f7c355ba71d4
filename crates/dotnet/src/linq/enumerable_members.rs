//! The signatures of `System.Linq.Enumerable`, but for those that put elements in order or groups.

use super::enumerable::{
    aggregate, all, any, append, as_enumerable, average, cast, chunk, concat, contains, count,
    default_if_empty, element_at, empty, except, first, first_or_default, intersect, last, last_or_default,
    long_count, max, min, of_type, order_descending, prepend, range, repeat, reverse, select, select_many,
    sequence_equal, single, skip, skip_last, static_distinct, static_order, sum, take, take_last, to_array,
    to_hash_set, to_list, union, where_, zip,
};
use pwsh_value::ty::{Entry, method};

/// The members.
pub(super) const MEMBERS: &[Entry] = &[
    method(
        "static TSource Aggregate[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TSource,TSource] func)",
        aggregate,
    ),
    method(
        "static TAccumulate Aggregate[TSource, TAccumulate](System.Collections.Generic.IEnumerable[TSource] source, TAccumulate seed, System.Func[TAccumulate,TSource,TAccumulate] func)",
        aggregate,
    ),
    method(
        "static TResult Aggregate[TSource, TAccumulate, TResult](System.Collections.Generic.IEnumerable[TSource] source, TAccumulate seed, System.Func[TAccumulate,TSource,TAccumulate] func, System.Func[TAccumulate,TResult] resultSelector)",
        aggregate,
    ),
    method("static bool Any[TSource](System.Collections.Generic.IEnumerable[TSource] source)", any),
    method(
        "static bool Any[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        any,
    ),
    method(
        "static bool All[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        all,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Append[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource element)",
        append,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Prepend[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource element)",
        prepend,
    ),
    method("static double Average(System.Collections.Generic.IEnumerable[int] source)", average),
    method("static double Average(System.Collections.Generic.IEnumerable[long] source)", average),
    method("static float Average(System.Collections.Generic.IEnumerable[float] source)", average),
    method("static double Average(System.Collections.Generic.IEnumerable[double] source)", average),
    method("static decimal Average(System.Collections.Generic.IEnumerable[decimal] source)", average),
    method(
        "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
        average,
    ),
    method(
        "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
        average,
    ),
    method(
        "static float Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
        average,
    ),
    method(
        "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
        average,
    ),
    method(
        "static decimal Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
        average,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] Cast[TResult](System.Collections.IEnumerable source)",
        cast,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource[]] Chunk[TSource](System.Collections.Generic.IEnumerable[TSource] source, int size)",
        chunk,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Concat[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
        concat,
    ),
    method(
        "static bool Contains[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource value)",
        contains,
    ),
    method("static int Count[TSource](System.Collections.Generic.IEnumerable[TSource] source)", count),
    method(
        "static int Count[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        count,
    ),
    method(
        "static long LongCount[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        long_count,
    ),
    method(
        "static long LongCount[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        long_count,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] DefaultIfEmpty[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        default_if_empty,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] DefaultIfEmpty[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
        default_if_empty,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Distinct[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        static_distinct,
    ),
    method(
        "static TSource ElementAt[TSource](System.Collections.Generic.IEnumerable[TSource] source, int index)",
        element_at,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] AsEnumerable[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        as_enumerable,
    ),
    method("static System.Collections.Generic.IEnumerable[TResult] Empty[TResult]()", empty),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Except[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
        except,
    ),
    method("static TSource First[TSource](System.Collections.Generic.IEnumerable[TSource] source)", first),
    method(
        "static TSource First[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        first,
    ),
    method(
        "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        first_or_default,
    ),
    method(
        "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
        first_or_default,
    ),
    method(
        "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        first_or_default,
    ),
    method(
        "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate, TSource defaultValue)",
        first_or_default,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Intersect[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
        intersect,
    ),
    method("static TSource Last[TSource](System.Collections.Generic.IEnumerable[TSource] source)", last),
    method(
        "static TSource Last[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        last,
    ),
    method(
        "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        last_or_default,
    ),
    method(
        "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
        last_or_default,
    ),
    method(
        "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        last_or_default,
    ),
    method(
        "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate, TSource defaultValue)",
        last_or_default,
    ),
    method("static int Max(System.Collections.Generic.IEnumerable[int] source)", max),
    method("static long Max(System.Collections.Generic.IEnumerable[long] source)", max),
    method("static double Max(System.Collections.Generic.IEnumerable[double] source)", max),
    method("static float Max(System.Collections.Generic.IEnumerable[float] source)", max),
    method("static decimal Max(System.Collections.Generic.IEnumerable[decimal] source)", max),
    method("static TSource Max[TSource](System.Collections.Generic.IEnumerable[TSource] source)", max),
    method(
        "static TSource Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Collections.Generic.IComparer[TSource] comparer)",
        max,
    ),
    method(
        "static int Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
        max,
    ),
    method(
        "static long Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
        max,
    ),
    method(
        "static float Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
        max,
    ),
    method(
        "static double Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
        max,
    ),
    method(
        "static decimal Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
        max,
    ),
    method(
        "static TResult Max[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
        max,
    ),
    method("static int Min(System.Collections.Generic.IEnumerable[int] source)", min),
    method("static long Min(System.Collections.Generic.IEnumerable[long] source)", min),
    method("static float Min(System.Collections.Generic.IEnumerable[float] source)", min),
    method("static double Min(System.Collections.Generic.IEnumerable[double] source)", min),
    method("static decimal Min(System.Collections.Generic.IEnumerable[decimal] source)", min),
    method("static TSource Min[TSource](System.Collections.Generic.IEnumerable[TSource] source)", min),
    method(
        "static TSource Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Collections.Generic.IComparer[TSource] comparer)",
        min,
    ),
    method(
        "static int Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
        min,
    ),
    method(
        "static long Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
        min,
    ),
    method(
        "static float Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
        min,
    ),
    method(
        "static double Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
        min,
    ),
    method(
        "static decimal Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
        min,
    ),
    method(
        "static TResult Min[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
        min,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] OfType[TResult](System.Collections.IEnumerable source)",
        of_type,
    ),
    method(
        "static System.Linq.IOrderedEnumerable[T] Order[T](System.Collections.Generic.IEnumerable[T] source)",
        static_order,
    ),
    method(
        "static System.Linq.IOrderedEnumerable[T] Order[T](System.Collections.Generic.IEnumerable[T] source, System.Collections.Generic.IComparer[T] comparer)",
        static_order,
    ),
    method(
        "static System.Linq.IOrderedEnumerable[T] OrderDescending[T](System.Collections.Generic.IEnumerable[T] source)",
        order_descending,
    ),
    method(
        "static System.Linq.IOrderedEnumerable[T] OrderDescending[T](System.Collections.Generic.IEnumerable[T] source, System.Collections.Generic.IComparer[T] comparer)",
        order_descending,
    ),
    method("static System.Collections.Generic.IEnumerable[int] Range(int start, int count)", range),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] Repeat[TResult](TResult element, int count)",
        repeat,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Reverse[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        reverse,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Reverse[TSource](TSource[] source)",
        reverse,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] Select[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
        select,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] SelectMany[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,System.Collections.Generic.IEnumerable[TResult]] selector)",
        select_many,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] SelectMany[TSource, TCollection, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,System.Collections.Generic.IEnumerable[TCollection]] collectionSelector, System.Func[TSource,TCollection,TResult] resultSelector)",
        select_many,
    ),
    method(
        "static bool SequenceEqual[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
        sequence_equal,
    ),
    method("static TSource Single[TSource](System.Collections.Generic.IEnumerable[TSource] source)", single),
    method(
        "static TSource Single[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        single,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Skip[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
        skip,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] SkipLast[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
        skip_last,
    ),
    method("static int Sum(System.Collections.Generic.IEnumerable[int] source)", sum),
    method("static long Sum(System.Collections.Generic.IEnumerable[long] source)", sum),
    method("static float Sum(System.Collections.Generic.IEnumerable[float] source)", sum),
    method("static double Sum(System.Collections.Generic.IEnumerable[double] source)", sum),
    method("static decimal Sum(System.Collections.Generic.IEnumerable[decimal] source)", sum),
    method(
        "static int Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
        sum,
    ),
    method(
        "static long Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
        sum,
    ),
    method(
        "static float Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
        sum,
    ),
    method(
        "static double Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
        sum,
    ),
    method(
        "static decimal Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
        sum,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Take[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
        take,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] TakeLast[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
        take_last,
    ),
    method(
        "static TSource[] ToArray[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        to_array,
    ),
    method(
        "static System.Collections.Generic.List[TSource] ToList[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        to_list,
    ),
    method(
        "static System.Collections.Generic.HashSet[TSource] ToHashSet[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        to_hash_set,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Union[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
        union,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] Where[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        where_,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TResult] Zip[TFirst, TSecond, TResult](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second, System.Func[TFirst,TSecond,TResult] resultSelector)",
        zip,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[System.ValueTuple[TFirst,TSecond]] Zip[TFirst, TSecond](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second)",
        zip,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[System.ValueTuple[TFirst,TSecond,TThird]] Zip[TFirst, TSecond, TThird](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second, System.Collections.Generic.IEnumerable[TThird] third)",
        zip,
    ),
];
