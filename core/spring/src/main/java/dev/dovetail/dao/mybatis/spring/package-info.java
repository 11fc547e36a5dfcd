/**
 * Joins the transactions of Spring: what a service does within {@code @Transactional} is committed, announced and
 * undone with it. The only package that needs Spring (spring-jdbc, with spring-tx).
 */
@NullMarked
package dev.dovetail.dao.mybatis.spring;

import org.jspecify.annotations.NullMarked;
